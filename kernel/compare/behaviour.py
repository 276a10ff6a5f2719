"""Behaviours, and the verdicts on them."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Verdict:
    """What a kernel does. `good` is None if the behaviour cannot occur in its language or in it."""

    good: bool | None
    text: str


class NotApplicable(Exception):
    """The behaviour cannot occur in the kernel or its language."""


def yes(detail=""):
    return Verdict(True, f"yes: {detail}" if detail else "yes")


def no(detail=""):
    return Verdict(False, f"no: {detail}" if detail else "no")


def verdict(good, otherwise=""):
    """Yes, or no with a reason."""
    return yes() if good else no(otherwise)


#: The headings of the table, in its order.
TOPICS = ["Output", "Results", "Errors", "Interrupt", "Language", "Help", "Protocol", "Messages", "Progress", "Install"]
TOPICS += ["Other programs"]

#: All behaviours: (topic, description, function of a subject, running).
BEHAVIOURS = []


def behaviour(topic, words, running=True):
    """Adds a function to the table. If `running`, it gets a new running kernel too, and otherwise only the subject."""

    def add(function):
        BEHAVIOURS.append((topic, words, function, running))
        return function

    return add


@dataclass(frozen=True)
class Subject:
    """A kernel under comparison."""

    name: str  # of the kernelspec
    title: str
    folder: object  # for notebooks
    root: object  # of the project
    scratch: object  # for files of a scenario
    log: object
    programs: dict  # deno, node, python: paths

    def pick(self, py=None, ts=None, **own):
        """The code for this kernel: its own if there is one, or that of its language."""
        code = own.get(self.name, py if self.name == "ipykernel" else ts)
        if code is None:
            raise NotApplicable
        return code


ESCAPE = re.compile(r"\x1b\[[\d;]*m")


def plain(text):
    """A text without colour codes."""
    return ESCAPE.sub("", text)


def short(text, length=60):
    """The first line of a text, shortened to fit in a table."""
    line = next((line.strip() for line in plain(text).splitlines() if line.strip()), "")
    return line if len(line) <= length else f"{line[: length - 1]}…"


def outcome(kernel, cell):
    """Why a cell did not do what it should, in a few words."""
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
