"""What a behaviour is, and the verdicts that it can come to."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Verdict:
    """What a kernel does. `good` is None where the behaviour does not exist in its language."""

    good: bool | None
    text: str


class NotApplicable(Exception):
    """The language of the kernel has nothing of the kind."""


def yes(detail=""):
    return Verdict(True, f"yes: {detail}" if detail else "yes")


def no(detail=""):
    return Verdict(False, f"no: {detail}" if detail else "no")


def verdict(good, otherwise=""):
    """yes, or no with a reason."""
    return yes() if good else no(otherwise)


#: All behaviours, in the order of the table: (point of the issue, its words, function of a subject).
BEHAVIOURS = []


def behaviour(point, words, running=True):
    """Adds a function to the table. With `running` it gets a fresh kernel that runs, else the subject alone."""

    def add(function):
        BEHAVIOURS.append((point, words, function, running))
        return function

    return add


@dataclass(frozen=True)
class Subject:
    """A kernel under comparison."""

    name: str  # of its kernelspec
    title: str
    folder: object  # where notebooks lie
    root: object  # of this project
    scratch: object  # for files of a scenario
    log: object
    programs: dict  # deno, node, python: paths

    def pick(self, py=None, ts=None, **own):
        """The code for this kernel: its own, or that of its language."""
        code = own.get(self.name, py if self.name == "ipykernel" else ts)
        if code is None:
            raise NotApplicable
        return code


ESCAPE = re.compile(r"\x1b\[[\d;]*m")


def plain(text):
    """A text without colours."""
    return ESCAPE.sub("", text)


def short(text, length=60):
    """The first line of a text, not too long for a table."""
    line = next((line.strip() for line in plain(text).splitlines() if line.strip()), "")
    return line if len(line) <= length else f"{line[: length - 1]}…"


def outcome(kernel, cell):
    """Why a cell did not do what it should, in few words."""
    if not kernel.alive:
        return "the kernel dies"
    if cell.reply is None:
        return "the cell never ends"
    errors = cell.of("error")
    if errors:
        return short(f"{errors[0]['ename']}: {errors[0]['evalue']}")
    shown = plain(cell.shown())
    named = re.search(r"^\s*(\w*Error\b.*)", shown, re.MULTILINE)
    return short(named[1] if named else shown) or "nothing is shown"
