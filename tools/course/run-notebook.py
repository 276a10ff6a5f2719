"""Executes one notebook with its kernel and writes the executed copy.

usage: run-notebook.py SOURCE TARGET FOLDER [--allow-errors] [--timeout SECONDS]

FOLDER is where the kernel runs: the notebook's own. Reports on standard output, one JSON object per line, what
happens: start, cell (begun), done (with status and time), end. A cell whose reply is `aborted`, or that never
came back to idle, is a failure: its output would be missing without an error.
"""

import argparse
import asyncio
import json
import os
import sys
import time

# nbformat imports jsonschema, which would take a second to build a parser of web addresses; no notebook needs one.
sys.modules["rfc3987_syntax"] = None

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

ATTEMPTS = 3


def tell(**event):
    print(json.dumps(event), flush=True)


class Reporter:
    """Follows the cells of a run; nbclient calls its methods."""

    def __init__(self, notebook):
        self.cells = notebook.cells
        self.current = None
        self.started = 0.0

    def begin(self, cell, cell_index):
        if cell.cell_type != "code":
            return
        self.current, self.started = cell_index, time.monotonic()
        tell(event="cell", index=cell_index, id=cell.id)

    def executed(self, cell, cell_index, execute_reply):
        status = execute_reply["content"]["status"]
        if status not in ("ok", "error"):
            self.done(status, f"the kernel did not run the cell: its reply was {status}")
        elif "iopub.status.idle" not in cell.metadata.get("execution", {}):
            self.done("lost", "the kernel did not come back to idle: messages were lost")
        elif status == "error":
            self.done("error", error_text(cell, execute_reply["content"]))
        else:
            self.done("ok", "")

    def done(self, status, message):
        if self.current is None:
            return
        cell = self.cells[self.current]
        tags = cell.metadata.get("tags", [])
        if status == "error" and "raises-exception" in tags:
            status = "ok"
        tell(
            event="done",
            index=self.current,
            id=cell.id,
            status=status,
            message=message,
            seconds=time.monotonic() - self.started,
        )
        self.current = None


def error_text(cell, reply):
    """What the learner sees of an error; plain text on stderr if the kernel sent no error message."""
    for output in cell.outputs:
        if output.output_type == "error":
            frames = [line for line in "\n".join(output.traceback).split("\n") if line.startswith("    at ")]
            return "\n".join([f"{output.ename}: {output.evalue}", *frames])
    errors = "".join(o.text for o in cell.outputs if o.output_type == "stream" and o.name == "stderr")
    return errors.strip() or f"{reply.get('ename', 'Error')}: {reply.get('evalue', '')}"


def join_streams(outputs):
    """Joins neighbours of one stream: the kernel sends what a loop prints in pieces."""
    joined = []
    for output in outputs:
        last = joined[-1] if joined else {}
        if output.output_type == "stream" and last.get("name") == output.name:
            last.text += output.text
        else:
            joined.append(output)
    return joined


def write(notebook, target):
    """Writes under a temporary name, then renames: a reader sees a whole notebook or none."""
    os.makedirs(os.path.dirname(target), exist_ok=True)
    temporary = f"{target}.part"
    nbformat.write(notebook, temporary)
    os.replace(temporary, target)


def execute(notebook, reporter, options):
    """Executes the cells. Jupyter looks for free ports and then starts the kernel; if another program took one in between, again."""
    for attempt in range(ATTEMPTS):
        client = NotebookClient(
            notebook,
            timeout=options.timeout,
            iopub_timeout=10,
            allow_errors=options.allow_errors,
            resources={"metadata": {"path": options.folder}},
            on_cell_start=reporter.begin,
            on_cell_executed=reporter.executed,
        )
        try:
            client.execute()
            return
        except RuntimeError as error:
            if "died before replying" not in str(error) or attempt == ATTEMPTS - 1:
                raise


def run(options):
    notebook = nbformat.read(options.source, as_version=4)
    reporter = Reporter(notebook)
    tell(event="start", cells=sum(cell.cell_type == "code" for cell in notebook.cells))
    try:
        execute(notebook, reporter, options)
    except CellExecutionError as error:
        reporter.done("error", str(error))  # already reported by `executed`, unless the reply never came
    except CellTimeoutError:
        reporter.done("timeout", f"the cell ran longer than {options.timeout} s")
    except DeadKernelError:
        reporter.done("died", "the kernel died in this cell")
    except (KeyboardInterrupt, asyncio.CancelledError):
        reporter.done("interrupted", "interrupted")
        return 130
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = join_streams(cell.outputs)
    write(notebook, options.target)
    tell(event="end")
    return 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("folder")
    parser.add_argument("--allow-errors", action="store_true")
    parser.add_argument("--timeout", type=int, default=900)
    return run(parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
