"""Runs every behaviour in every kernel and prints the results as JSON; npm run compare-kernels starts it.

Reads one JSON object from the given file:
  {"root", "folder", "scratch", "log": paths,
   "kernels": [{"name": of the kernelspec, "title"}], "programs": {"node", "deno", "python": paths},
   "only": text; only behaviours whose description contains it are run,
   "parts": ["behaviours", "speed"] or one of them,
   "out": path of the JSON}
"""

import importlib
import json
import pathlib
import shutil
import sys
import time

from behaviour import BEHAVIOURS, TOPICS, NotApplicable, Subject, Verdict
from kernel import Kernel, NoAnswer
from speed import speed

MODULES = ["output", "late_output", "results", "errors", "interrupts", "language", "assistance", "protocol", "progress"]
MODULES += ["install", "programs", "terminal", "wire", "waiting", "hostile", "files"]


#: Plain tslab sometimes never answers a request that arrives while it opens its sockets.
ATTEMPTS = 3


def judge(subject, function, running):
    """The verdict on one behaviour in one kernel."""
    for attempt in range(ATTEMPTS):
        try:
            if not running:
                return function(subject)
            with Kernel(subject.name, subject.folder, subject.log) as kernel:
                return function(subject, kernel)
        except NotApplicable:
            return Verdict(None, "not applicable")
        except NoAnswer:
            if attempt + 1 == ATTEMPTS:
                raise


def line(text):
    """On a terminal, prints a line that the next one replaces; elsewhere nothing."""
    if sys.stderr.isatty():
        width = shutil.get_terminal_size().columns - 1
        print(f"\r\x1b[K{text[:width]}", end="", file=sys.stderr, flush=True)


def behaviours(subjects, only):
    chosen = sorted((entry for entry in BEHAVIOURS if only.lower() in entry[1].lower()), key=lambda entry: TOPICS.index(entry[0]))
    if not chosen:
        raise SystemExit(f'Cannot compare the kernels: no behaviour is described by "{only}". Remedy: docs/kernel.md lists them')
    rows = []
    for at, (topic, words, function, running) in enumerate(chosen):
        verdicts = {}
        for subject in subjects:
            line(f"{at + 1}/{len(chosen)}  {subject.title}: {words}")
            verdicts[subject.name] = vars(judge(subject, function, running))
        line("")
        print(f"{at + 1}/{len(chosen)}  {words}", file=sys.stderr)
        for subject in subjects:
            print(f"    {subject.title:<20} {verdicts[subject.name]['text']}", file=sys.stderr, flush=True)
        rows.append({"topic": topic, "behaviour": words, "verdicts": verdicts})
    return rows


def speeds(subjects):
    numbers = {}
    for subject in subjects:
        found = speed(subject, lambda text: line(f"{subject.title}: {text}"))
        numbers[subject.name] = {key: None if value is None else round(value, 3) for key, value in found.items()}
        line("")
        print(f"{subject.title:<20} {numbers[subject.name]}", file=sys.stderr, flush=True)
    return numbers


def main(job):
    for module in MODULES:
        importlib.import_module(f"behaviours.{module}")
    pathlib.Path(job["log"]).parent.mkdir(parents=True, exist_ok=True)
    with open(job["log"], "wb") as log:
        paths = {key: pathlib.Path(job[key]) for key in ("root", "folder", "scratch")}
        subjects = [Subject(**kernel, **paths, log=log, programs=job["programs"]) for kernel in job["kernels"]]
        began, result = time.time(), {}
        if "behaviours" in job["parts"]:
            result |= {"behaviours": behaviours(subjects, job["only"]), "seconds": round(time.time() - began)}
        if "speed" in job["parts"]:
            result |= {"speed": speeds(subjects)}
    pathlib.Path(job["out"]).write_text(json.dumps(result, ensure_ascii=False))


if __name__ == "__main__":
    try:
        with open(sys.argv[1], encoding="utf-8") as file:
            main(json.load(file))
    except KeyboardInterrupt:
        line("")
        print("stopped; nothing was written", file=sys.stderr)
        sys.exit(130)
