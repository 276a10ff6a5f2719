"""Talks to a Jupyter kernel through jupyter_client and sorts what comes back by request.

For drive-kernel.py here, kernel/compare/kernel.py and tools/interop/vscode.py, which put this folder onto sys.path.
"""

import time

import zmq
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

from cell import Cell, Message

#: Seconds that a request may take before the caller continues without its reply.
LIMIT = 30
#: Seconds to wait for the rest of a cell's messages after its reply; some kernels lose their idle message.
GRACE = 2


class Conversation:
    """Requests through a client of jupyter_client whose channels are open, and the answers to them."""

    #: Whether the kernel lives, as far as is known.
    alive = True

    def __init__(self, client):
        self.client = client
        self.forget()

    def forget(self):
        """Passes over what still comes about the requests until now."""
        self.cells, self.state = {}, None

    def send(self, kind, content, channel="shell"):
        """Sends a message and returns the cell that will collect the answers."""
        message = self.client.session.msg(kind, content)
        cell = Cell(message["header"]["msg_id"], began=time.monotonic())
        self.cells[cell.id] = cell
        getattr(self.client, f"{channel}_channel").send(message)
        return cell

    def submit(self, code, **options):
        """Sends a cell without waiting."""
        content = {
            "code": code,
            "silent": False,
            "store_history": True,
            "user_expressions": {},
            "allow_stdin": False,
            "stop_on_error": True,
            **options,
        }
        return self.send("execute_request", content)

    def wait(self, *cells, limit=LIMIT, watch=None):
        """Collects messages until each cell has its reply and its idle, the kernel is dead, or the time is up.

        `watch(cell)` is called after each message and while no message arrives.
        """
        deadline = time.monotonic() + limit
        while time.monotonic() < deadline:
            came = self.collect(0.05)
            if watch:
                for cell in cells:
                    watch(cell)
            if all(cell.reply and cell.idle for cell in cells):
                break
            if all(cell.reply for cell in cells):
                deadline = min(deadline, max(cell.began + cell.seconds for cell in cells) + GRACE)
            if not came and not self.alive:
                break
        return cells

    def wait_for_reply(self, cell, limit=LIMIT):
        """Collects messages until the cell has its reply, without waiting for other messages."""
        deadline = time.monotonic() + limit
        while cell.reply is None and time.monotonic() < deadline and self.alive:
            self.collect(0.05)
        return cell

    def collect(self, seconds):
        """Takes the messages that have arrived, waiting up to `seconds` for the first; says whether there were any."""
        poller = zmq.Poller()
        channels = [getattr(self.client, f"{name}_channel") for name in ("iopub", "shell", "stdin", "control")]
        sockets = {channel.socket: channel for channel in channels}
        for socket in sockets:
            poller.register(socket, zmq.POLLIN)
        ready = poller.poll(seconds * 1000)
        for socket, _ in ready:
            self._take(sockets[socket])
        return bool(ready)

    def _take(self, channel):
        message = channel.get_msg(timeout=0)
        kind, content, now = message["msg_type"], message["content"], time.monotonic()
        if kind == "status":
            self.state = content["execution_state"]
        cell = self.cells.get(message["parent_header"].get("msg_id"))
        if cell is None:
            return
        if kind == "status":
            cell.states.append(self.state)
        elif kind.endswith("_reply"):
            cell.reply, cell.reply_type, cell.seconds = content, kind, now - cell.began
        else:
            cell.messages.append(Message(now - cell.began, kind, content, self.state))


class Kernel(Conversation):
    """A kernel that Jupyter starts by the name of its kernelspec; a context that ends it."""

    def __init__(self, name, folder, log, kernel_dirs=None):
        specs = {"kernel_spec_manager": KernelSpecManager(kernel_dirs=kernel_dirs)} if kernel_dirs else {}
        self.manager = KernelManager(kernel_name=name, **specs)
        self.folder, self.log = folder, log

    def __enter__(self):
        self.manager.start_kernel(cwd=str(self.folder), stdout=self.log, stderr=self.log)
        super().__init__(self.manager.blocking_client())  # which needs the ports
        self.client.start_channels(hb=False)
        return self

    def __exit__(self, *_):
        self.client.stop_channels()
        if self.manager.has_kernel:
            self.manager.shutdown_kernel(now=True)

    @property
    def alive(self):
        return self.manager.is_alive()

    def interrupt(self):
        self.manager.interrupt_kernel()

    def beats(self):
        """Whether the kernel sends a beat back within a second."""
        manager = self.manager
        with zmq.Context.instance().socket(zmq.REQ) as heart:
            heart.linger = 0
            heart.connect(f"{manager.transport}://{manager.ip}:{manager.hb_port}")
            heart.send(b"beat")
            return heart.poll(1000) != 0

    def ask_to_end(self, limit):
        """Asks the kernel to shut down and start again, and waits for its end; the cell with its answer."""
        cell = self.send("shutdown_request", {"restart": True}, channel="control")
        deadline = time.monotonic() + limit
        while self.alive and time.monotonic() < deadline:
            self.collect(0.05)
        return cell
