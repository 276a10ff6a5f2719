"""Point 10: installing a kernelspec. `jupyter kernelspec` can do some of it for every kernel; here a kernel does it itself."""

import json
import os
import shutil
import subprocess
import unicodedata

from behaviour import behaviour, no, outcome, short, verdict
from kernel import Kernel


def installer(subject):
    """The program that installs each kernel, and its arguments for a prefix and a name."""
    node, python = subject.programs["node"], subject.programs["python"]
    tslab = str(subject.root / "node_modules/tslab/bin/tslab")
    return {
        "w2v": ([node, str(subject.root / "kernel-helpers/bin/w2v.js"), "kernel", "install"], ["--prefix"], ["--name"]),
        "tslab": ([node, tslab, "install", "--python", python, "--binary", tslab], ["--prefix"], ["--name"]),
        "deno": ([subject.programs["deno"], "jupyter", "--install"], ["--prefix"], ["--name"]),
        "ipykernel": ([python, "-m", "ipykernel", "install"], ["--prefix"], ["--name"]),
    }[subject.name]


def fresh(subject, name):
    """An empty folder that serves as prefix and home."""
    folder = subject.scratch / f"{subject.name}-{name}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def run(argv, home, **more):
    environment = {key: value for key, value in os.environ.items() if not key.startswith("JUPYTER")}
    environment |= {"HOME": str(home), "XDG_DATA_HOME": str(home / ".local/share"), **more}
    return subprocess.run(argv, env=environment, cwd=home, capture_output=True, text=True, timeout=60, check=False)


def specs(folder):
    """The folders of the kernelspecs below a folder."""
    return sorted(file.parent for file in folder.rglob("kernel.json"))


@behaviour("Install", "its own program installs it into a given prefix, and it starts from there", running=False)
def prefix(subject):
    place = fresh(subject, "prefix")
    argv, to_prefix, _ = installer(subject)
    done = run([*argv, *to_prefix, str(place)], place)
    found = [spec for spec in specs(place) if "share/jupyter/kernels" in str(spec)]
    if not found:
        return no(last_line(done))
    spec = next((spec for spec in found if spec.name != "jslab"), found[0])
    with Kernel(spec.name, subject.folder, subject.log, kernel_dirs=[str(spec.parent)]) as kernel:
        cell = kernel.run("6 * 7")
        return verdict("42" in cell.shown(), outcome(kernel, cell))


def last_line(done):
    lines = [line.strip() for line in (done.stderr + done.stdout).splitlines() if line.strip()]
    return short(next((line for line in lines if "rror" in line), lines[0] if lines else "nothing is installed"), 70)


@behaviour("Install", "its own program installs it for one user", running=False)
def user(subject):
    home = fresh(subject, "user")
    argv, _, _ = installer(subject)
    done = run(argv if subject.name == "deno" else [*argv, "--user"], home)
    return verdict(specs(home), last_line(done))


@behaviour("Install", "its own program uninstalls it", running=False)
def uninstall(subject):
    home = fresh(subject, "uninstall")
    argv, _, _ = installer(subject)
    run(argv if subject.name == "deno" else [*argv, "--user"], home)
    if not specs(home):
        return no("it was not installed")
    words = ["--uninstall" if word == "--install" else "uninstall" if word == "install" else word for word in argv]
    run(words if subject.name == "deno" else [*words, "--user"], home)
    return verdict(not specs(home), "only `jupyter kernelspec remove`")


@behaviour("Install", "two of them stand side by side under names of their own", running=False)
def side_by_side(subject):
    home = fresh(subject, "names")
    argv, _, to_name = installer(subject)
    for name in ("first", "second"):
        done = run([*argv, *([] if subject.name == "deno" else ["--user"]), *to_name, name], home)
    names = {spec.name for spec in specs(home)}
    return verdict({"first", "second"} <= names, last_line(done))


@behaviour("Install", "a kernelspec whose program is gone is diagnosed by its own program", running=False)
def diagnosis(subject):
    home = fresh(subject, "doctor")
    argv, _, _ = installer(subject)
    run(argv if subject.name == "deno" else [*argv, "--user"], home)
    for spec in specs(home):
        content = json.loads((spec / "kernel.json").read_text())
        content["argv"] = [part.replace(str(subject.root), "/moved/away") for part in content["argv"]]
        (spec / "kernel.json").write_text(json.dumps(content))
    program = {
        "w2v": [*argv[:2], "doctor"],
        "tslab": [*argv[:2], "--help"],
        "deno": argv[:2],
        "ipykernel": [*argv, "--help"],
    }[subject.name]
    said = run(program, home)
    return verdict("/moved/away" in said.stdout + said.stderr, "it has no such command, or says nothing")


@behaviour("Install", "it runs in a folder with spaces and other letters, and imports a file there", running=False)
def odd_folder(subject):
    folder = subject.folder / unicodedata.normalize("NFC", "übung 1 词")
    folder.mkdir(exist_ok=True)
    (folder / "local.ts").write_text("export const value: number = 42;\n")
    (folder / "local.py").write_text("value = 42\n")
    with Kernel(subject.name, folder, subject.log) as kernel:
        cell = kernel.run(
            subject.pick(
                py="from local import value\nprint(value)",
                ts='import { value } from "./local";\nconsole.log(value);',
                deno='import { value } from "./local.ts";\nconsole.log(value);',
            )
        )
        return verdict("42" in cell.printed("stdout"), outcome(kernel, cell))
