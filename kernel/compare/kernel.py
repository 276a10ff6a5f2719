"""A kernel process, driven with jupyter_client; records every answer and its time."""

import time

import psutil
import zmq
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

from cell import Cell

#: Seconds that a cell may take before the scenario continues without its reply.
LIMIT = 30
#: Seconds for the start of a kernel.
START = 15
#: Seconds to wait for the rest of a cell's messages after its reply; some kernels lose their idle message.
GRACE = 2
#: Seconds of silence after which a cell counts as finished, and how long to wait for that silence: outputs may arrive
#: after idle, and front ends show them.
LATE, DRAIN = 0.3, 120


class NoAnswer(Exception):
    """The kernel did not answer its first request."""


class Kernel:
    """A running kernel, as a context manager that ends it."""

    def __init__(self, name, folder, log, kernel_dirs=None):
        specs = {"kernel_spec_manager": KernelSpecManager(kernel_dirs=kernel_dirs)} if kernel_dirs else {}
        self.manager = KernelManager(kernel_name=name, **specs)
        self.folder, self.log = folder, log
        self.cells = {}

    def __enter__(self):
        began = time.monotonic()
        self.manager.start_kernel(cwd=str(self.folder), stdout=self.log, stderr=self.log)
        self.client = self.manager.blocking_client()
        self.client.start_channels(hb=False)
        self.process = psutil.Process(self.manager.provisioner.process.pid)
        first = self.send("kernel_info_request", {})
        while first.reply is None and time.monotonic() < began + START and self.alive:
            self.collect(0.05)
        if first.reply is None:
            self.manager.shutdown_kernel(now=True)
            raise NoAnswer("Cannot start the kernel: it did not answer kernel_info_request")
        self.info, self.start_seconds = first.reply, first.began + first.seconds - began
        # iopub may connect later: ask until the states of an answer arrive.
        while not self.ask("kernel_info_request", {}, limit=0.3).idle and time.monotonic() < began + LIMIT:
            pass
        self.cells.clear()
        return self

    def __exit__(self, *_):
        self.client.stop_channels()
        for child in self._children():
            child.kill()
        if self.manager.has_kernel:
            self.manager.shutdown_kernel(now=True)

    def _children(self):
        try:
            return self.process.children(recursive=True)
        except psutil.Error:
            return []

    @property
    def alive(self):
        return self.manager.is_alive()

    def rss(self):
        """Memory of the process and its children in megabytes."""
        return sum(process.memory_info().rss for process in [self.process, *self._children()]) / 2**20

    def cpu(self):
        """Processor time of the process and its children since they started, in seconds."""
        times = [process.cpu_times() for process in [self.process, *self._children()]]
        return sum(time.user + time.system for time in times)

    # Requests ---------------------------------------------------------------------------------------------------

    def send(self, kind, content, channel="shell"):
        """Sends a message and returns the cell that will collect the answers."""
        message = self.client.session.msg(kind, content)
        cell = Cell(message["header"]["msg_id"], began=time.monotonic())
        self.cells[cell.id] = cell
        getattr(self.client, f"{channel}_channel").send(message)
        return cell

    def ask(self, kind, content, channel="shell", limit=LIMIT):
        """Sends a request and waits for its reply."""
        return self.wait(self.send(kind, content, channel), limit=limit)[0]

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

    def run(self, code, limit=LIMIT, watch=None, **options):
        """Runs a cell to its end. `watch(cell)` is called after each message and while no message arrives."""
        cell = self.wait(self.submit(code, **options), limit=limit, watch=watch)[0]
        end = time.monotonic() + DRAIN
        while self.collect(LATE) and time.monotonic() < end:
            pass
        return cell

    def reply_to(self, code, limit):
        """The seconds until a cell's reply, without waiting for other messages; None if there was no reply."""
        cell = self.submit(code)
        deadline = time.monotonic() + limit
        while cell.reply is None and time.monotonic() < deadline and self.alive:
            self.collect(0.05)
        return cell.seconds

    def interrupt(self):
        self.manager.interrupt_kernel()

    # Answers ----------------------------------------------------------------------------------------------------

    def wait(self, *cells, limit=LIMIT, watch=None):
        """Collects messages until each cell has its reply and its idle, the kernel is dead, or the time is up."""
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

    def listen(self, seconds):
        """Collects messages for a fixed time."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.collect(left)

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
        cell = self.cells.get(message["parent_header"].get("msg_id"))
        if cell is None:
            return
        kind, content, now = message["msg_type"], message["content"], time.monotonic()
        if kind == "status":
            cell.idle = cell.idle or content["execution_state"] == "idle"
        elif kind.endswith("_reply"):
            cell.reply, cell.reply_type, cell.seconds = content, kind, now - cell.began
        elif kind != "execute_input":
            cell.messages.append((now - cell.began, kind, content))


def heart_beats(kernel, seconds=1):
    """Whether the kernel returns a heartbeat in time."""
    manager = kernel.manager
    with zmq.Context.instance().socket(zmq.REQ) as heart:
        heart.linger = 0
        heart.connect(f"{manager.transport}://{manager.ip}:{manager.hb_port}")
        heart.send(b"beat")
        return heart.poll(seconds * 1000) != 0
