"""Point 11: jupyter console."""

import os
import pathlib
import re
import time

import pexpect
import psutil

from behaviour import behaviour, no, yes

ESCAPE = re.compile(r"\x1b(\[[\d;?]*[a-zA-Z]|\].*?\x07|[=>])")


class Console:
    """`jupyter console` in a pseudo-terminal."""

    def __init__(self, subject):
        program = pathlib.Path(subject.programs["python"]).parent / "jupyter-console"
        environment = {**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"}
        self.child = pexpect.spawn(
            str(program), ["--kernel", subject.name], encoding="utf-8", env=environment, dimensions=(40, 120)
        )

    def type(self, keys, wanted, limit=15):
        """The screen's text up to the pattern; None if the pattern did not appear."""
        time.sleep(0.3)
        self.child.send(keys)
        screen, deadline = "", time.monotonic() + limit
        while time.monotonic() < deadline:
            try:
                screen += self.child.read_nonblocking(65536, timeout=0.2)
            except pexpect.TIMEOUT:
                if re.search(wanted, ESCAPE.sub("", screen)):
                    return ESCAPE.sub("", screen)
            except pexpect.EOF:
                break
        return None

    def close(self):
        """Ends the console as a user does, and kills it if that does not work."""
        kernels = psutil.Process(self.child.pid).children(recursive=True)
        self.type("\x04", "exit", 3)
        self.type("y\r", "Shutting down", 3)
        self.child.close(force=True)
        for kernel in psutil.wait_procs(kernels, timeout=2)[1]:
            kernel.kill()


def prompt(number):
    return rf"In \[{number}\]: "


@behaviour("Other programs", "`jupyter console`: a value, an open block, Ctrl-C", running=False)
def console(subject):
    terminal = Console(subject)
    try:
        if terminal.type("", prompt(1), 30) is None:
            return no("no prompt comes")
        faults = []
        if "42" not in (terminal.type("6 * 7\r", prompt(2)) or ""):
            faults.append("no value")
        block = subject.pick(py=["def f():\r", "return 1\r", "\r"], ts=["function f() {\r", "return 1;\r", "}\r"])
        if terminal.type(block[0], r"\.\.\.: ", 5) is None:
            return no(", ".join([*faults, "no second line in a block"]))
        for line in block[1:]:
            terminal.type(line, r"\.\.\.: |" + prompt(3), 5)
        terminal.type(subject.pick(py="while True: pass\r\r", ts="while (true) {}\r"), "while", 3)
        time.sleep(1)
        if terminal.type("\x03", prompt(r"\d+"), 5) is None:
            faults.append("Ctrl-C does not stop a loop")
        elif "42" not in (terminal.type("f() + 41\r", prompt(r"\d+"), 8) or ""):
            faults.append("after Ctrl-C what was declared is gone")
        return no(", ".join(faults)) if faults else yes()
    finally:
        terminal.close()
