"""Writes notebooks for other programs to run, and reads their outputs."""

import pathlib
import subprocess

import nbformat

#: Seconds that a program may take.
LIMIT = 90


def notebook(subject, name, *cells):
    """Writes a notebook for the kernel; a cell is its code, or (code, tag)."""
    language = subject.pick(py="python", ts="typescript")
    book = nbformat.v4.new_notebook()
    book.metadata = {"kernelspec": {"name": subject.name, "language": language, "display_name": subject.name}}
    for code, *tags in (cell if isinstance(cell, tuple) else (cell,) for cell in cells):
        book.cells.append(nbformat.v4.new_code_cell(code, metadata={"tags": tags}))
    file = subject.folder / f"{subject.name}-{name}.ipynb"
    nbformat.write(book, file)
    return file


def program(subject, *argv):
    """Runs a program of the Python environment."""
    path = pathlib.Path(subject.programs["python"]).parent
    return subprocess.run(
        [str(path / argv[0]), *map(str, argv[1:])], capture_output=True, text=True, timeout=LIMIT, check=False
    )


def outputs(file):
    """Everything that the cells of a notebook show, one text per cell."""
    if not file.exists():
        return []
    book = nbformat.read(file, 4)
    return [
        "".join(
            output.get("text", "")
            + output.get("data", {}).get("text/plain", "")
            + "\n".join([output.get("ename", ""), *output.get("traceback", [])])
            for output in cell.outputs
        )
        for cell in book.cells
    ]
