"""A kernel process under comparison; adds its start time, memory and processor time."""

import pathlib
import sys
import time

import psutil

sys.path.append(str(pathlib.Path(__file__).parents[1] / "test"))
import kernel_client

#: Seconds for the start of a kernel.
START = 15
#: Seconds of silence after which a cell counts as finished, and how long to wait for that silence: outputs may arrive
#: after idle, and front ends show them.
LATE, DRAIN = 0.3, 120


class NoAnswer(Exception):
    """The kernel did not answer its first request."""


class Kernel(kernel_client.Kernel):
    """A running kernel, as a context manager that ends it and the processes that it started."""

    def __enter__(self):
        began = time.monotonic()
        super().__enter__()
        self.process = psutil.Process(self.manager.provisioner.process.pid)
        first = self.wait_for_reply(self.send("kernel_info_request", {}), limit=began + START - time.monotonic())
        if first.reply is None:
            super().__exit__()  # a client whose channels stay open blocks the garbage collector for ever
            raise NoAnswer("Cannot start the kernel: it did not answer kernel_info_request")
        self.info, self.start_seconds = first.reply, first.began + first.seconds - began
        # iopub may connect later: ask until the states of an answer arrive.
        while not self.ask("kernel_info_request", {}, limit=0.3).idle and time.monotonic() < began + kernel_client.LIMIT:
            pass
        self.forget()
        return self

    def __exit__(self, *_):
        for child in self._children():
            child.kill()
        super().__exit__()

    def _children(self):
        try:
            return self.process.children(recursive=True)
        except psutil.Error:
            return []

    def rss(self):
        """Memory of the process and its children in megabytes."""
        return sum(process.memory_info().rss for process in [self.process, *self._children()]) / 2**20

    def cpu(self):
        """Processor time of the process and its children since they started, in seconds."""
        times = [process.cpu_times() for process in [self.process, *self._children()]]
        return sum(time.user + time.system for time in times)

    def ask(self, kind, content, channel="shell", limit=kernel_client.LIMIT):
        """Sends a request and waits for its reply."""
        return self.wait(self.send(kind, content, channel), limit=limit)[0]

    def run(self, code, limit=kernel_client.LIMIT, watch=None, **options):
        """Runs a cell to its end. `watch(cell)` is called after each message and while no message arrives."""
        cell = self.wait(self.submit(code, **options), limit=limit, watch=watch)[0]
        end = time.monotonic() + DRAIN
        while self.collect(LATE) and time.monotonic() < end:
            pass
        return cell

    def reply_to(self, code, limit):
        """The seconds until a cell's reply, without waiting for other messages; None if there was no reply."""
        return self.wait_for_reply(self.submit(code), limit).seconds

    def listen(self, seconds):
        """Collects messages for a fixed time."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.collect(left)
