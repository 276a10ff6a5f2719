"""Point 11: other programs that run notebooks."""

import json
import os
import shutil
import subprocess

from behaviour import behaviour, no, plain, short, verdict
from notebook_files import LIMIT, notebook, outputs, program


def nbconvert(subject, name, cells, *options):
    source = notebook(subject, name, *cells)
    target = source.with_suffix(".run.ipynb")
    target.unlink(missing_ok=True)
    done = program(subject, "jupyter-nbconvert", "--to", "notebook", "--execute", *options, source, "--output", target)
    return done, [plain(text) for text in outputs(target)]


def failing(subject):
    return [
        subject.pick(py='raise ValueError("no such word")', ts='throw new RangeError("no such word");'),
        subject.pick(py='print("behind")', ts='console.log("behind");'),
    ]


@behaviour("Other programs", "`nbconvert --execute` keeps the output of 2,000 lines", running=False)
def executes(subject):
    code = subject.pick(py="for i in range(2000): print(i)", ts="for (let i = 0; i < 2000; i++) console.log(i);")
    done, shown = nbconvert(subject, "execute", [code, "6 * 7"])
    if done.returncode != 0:
        return no(short(done.stderr.strip().splitlines()[-1]))
    lost = 2000 - len(shown[0].split())
    return verdict(lost == 0 and "42" in shown[1], f"loses {lost:,} lines without a word" if lost else "no value")


@behaviour("Other programs", "`nbconvert --execute` names the error of a failing cell", running=False)
def names_error(subject):
    done, _ = nbconvert(subject, "error", failing(subject))
    if done.returncode == 0:
        return no("it succeeds")
    wanted = subject.pick(py="ValueError: no such word", ts="RangeError: no such word")
    # The error follows a line of dashes below the cell.
    told = plain(done.stderr).rpartition("------------------")[2]
    return verdict(wanted in told, f"it says {short(told.strip().splitlines()[-1], 30) if told.strip() else 'nothing'}")


@behaviour("Other programs", "… with `--allow-errors` the next cell runs", running=False)
def allows_errors(subject):
    done, shown = nbconvert(subject, "allowed", failing(subject), "--allow-errors")
    return verdict(done.returncode == 0 and len(shown) == 2 and "behind" in shown[1], "its output is not there")


@behaviour("Other programs", "papermill injects parameters in the language", running=False)
def parameters(subject):
    source = notebook(
        subject,
        "parameters",
        (subject.pick(py="rate = 0.1", ts="let rate = 0.1;"), "parameters"),
        subject.pick(py="print(rate * 2)", ts="console.log(rate * 2);"),
    )
    target = source.with_suffix(".run.ipynb")
    target.unlink(missing_ok=True)
    # The TypeScript kernels share a language, so the others would use our translator too.
    environment = {**os.environ} if subject.name in ("w2v", "ipykernel") else without_translator(subject)
    python = subject.programs["python"]
    argv = [python, "-m", "papermill", str(source), str(target), "-p", "rate", "0.3", "--cwd", str(subject.folder)]
    done = subprocess.run(argv, capture_output=True, text=True, timeout=LIMIT, check=False, env=environment)
    if done.returncode != 0:
        return no(short(done.stderr.strip().splitlines()[-1].rpartition("Exception: ")[2]))
    return verdict("0.6" in outputs(target)[-1], short(outputs(target)[-1]))


def without_translator(subject):
    """An environment where Python does not find our package for papermill."""
    folder = subject.scratch / "without-translator"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "sitecustomize.py").write_text(
        "import sys\nsys.modules['w2v_papermill'] = None\nimport entrypoints\n"
        "found = entrypoints.get_group_all\n"
        "entrypoints.get_group_all = lambda *rest: [e for e in found(*rest) if 'w2v' not in e.module_name]\n"
    )
    return {**os.environ, "PYTHONPATH": str(folder)}


def grading(subject):
    """nbgrader's scores for two checks after a wrong answer; None if nbgrader is not installed."""
    found = subject.root / "build/nbgrader"
    if not (found / "nbgrader").exists():
        return None
    cells = [
        subject.pick(py="def mean(xs): return sum(xs)", ts="const mean = (xs: number[]) => xs.reduce((a, b) => a + b, 0);"),
        subject.pick(py='if mean([1, 3]) != 2: raise ValueError("no")', ts='if (mean([1, 3]) !== 2) throw new RangeError("no");'),
        subject.pick(py='if mean([2, 4]) != 3: raise ValueError("no")', ts='if (mean([2, 4]) !== 3) throw new RangeError("no");'),
    ]
    source = notebook(subject, "grade", *cells)
    script = """import json, sys
import nbformat
from nbgrader.preprocessors import Execute
from nbgrader.utils import determine_grade
book = nbformat.read(sys.argv[1], 4)
for i, cell in enumerate(book.cells):
    cell.metadata["nbgrader"] = {"grade": i > 0, "points": 1, "solution": False, "grade_id": str(i), "schema_version": 3}
Execute().preprocess(book, {"metadata": {"path": sys.argv[2]}})
print(json.dumps([determine_grade(cell)[0] for cell in book.cells[1:]]))"""
    environment = {**os.environ, "PYTHONPATH": str(found)}
    argv = [subject.programs["python"], "-c", script, str(source), str(subject.folder)]
    return subprocess.run(argv, capture_output=True, text=True, timeout=LIMIT, check=False, env=environment)


@behaviour("Other programs", "nbgrader's executor gives two failing checks no points", running=False)
def nbgrader(subject):
    done = grading(subject)
    if done is None:
        return no("nbgrader is not installed: npx vitest run tools/interop/nbgrader")
    if done.returncode != 0:
        return no(short(done.stderr.strip().splitlines()[-1]))
    scores = json.loads(done.stdout.splitlines()[-1])
    return verdict(scores == [0, 0], f"it gives {scores[0]:g} and {scores[1]:g} of 1")
