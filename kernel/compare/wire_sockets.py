"""A kernel's ports, as any program on the machine can reach them."""

import json
import math
import time

import zmq

DELIMITER = b"<IDS|MSG>"


class Wire:
    """Connections of its own to a kernel, a context that ends them. Frames go as they are: nothing checks them."""

    def __init__(self, kernel):
        self.session = kernel.client.session
        manager, kinds = kernel.manager, {"shell": zmq.DEALER, "control": zmq.DEALER, "iopub": zmq.SUB}
        self.sockets = {name: zmq.Context.instance().socket(kind) for name, kind in kinds.items()}
        for name, connection in self.sockets.items():
            connection.linger = connection.sndhwm = connection.rcvhwm = 0
            connection.connect(f"{manager.transport}://{manager.ip}:{getattr(manager, f'{name}_port')}")
        self.sockets["iopub"].subscribe(b"")

    def __enter__(self):
        end = time.monotonic() + 10
        while time.monotonic() < end:  # iopub may connect later
            self.send(self.frames("kernel_info_request", {})[1])
            if any(channel == "iopub" for channel, *_ in self.heard(0.3)):
                break
        self.heard(0.3)
        return self

    def __exit__(self, *_):
        for connection in self.sockets.values():
            connection.close()

    def frames(self, kind, content):
        """The id and the signed frames of a request."""
        message = self.session.msg(kind, content)
        return message["header"]["msg_id"], self.session.serialize(message)

    def send(self, frames, channel="shell"):
        self.sockets[channel].send_multipart(frames)

    def heard(self, seconds, enough=math.inf):
        """What comes in a time, or until `enough` messages: (channel, parent's id, type, content, frames)."""
        poller, messages, end = zmq.Poller(), [], time.monotonic() + seconds
        names = {connection: name for name, connection in self.sockets.items()}
        for connection in names:
            poller.register(connection, zmq.POLLIN)
        while (left := end - time.monotonic()) > 0 and len(messages) < enough:
            for connection, _ in poller.poll(1000 * left):
                frames = connection.recv_multipart()
                header, parent, _, content = map(json.loads, frames[frames.index(DELIMITER) + 2 :][:4])
                messages.append((names[connection], parent.get("msg_id"), header["msg_type"], content, frames))
        return messages
