"""Point 7: the rest of the protocol."""

import os
import signal
import subprocess
import sys
import time

from behaviour import behaviour, no, outcome, plain, verdict, yes


@behaviour("Protocol", "a cell asks its reader for a line (`input`, `prompt`)")
def asks(subject, kernel):
    asked = []

    def watch(cell):
        if not asked and cell.of("input_request"):
            asked.append(cell.of("input_request")[0]["prompt"])
            kernel.client.input("Ada")

    cell = kernel.run(
        subject.pick(
            py='name = input("name? ")\nprint("hello", name)',
            w2v='const name = await input("name? ");\nconsole.log("hello", name);',
            ts='const name = (globalThis as any).prompt("name? ");\nconsole.log("hello", name);',
        ),
        limit=8,
        watch=watch,
        allow_stdin=True,
    )
    return verdict(asked and "hello Ada" in cell.printed(), outcome(kernel, cell))


@behaviour("Protocol", "`clear_output`")
def clears(subject, kernel):
    cell = kernel.run(
        subject.pick(
            py="from IPython.display import clear_output\nclear_output()",
            w2v='(globalThis as any)[Symbol.for("word2vec-lab.host")].clear();',
            tslab="console.clear();",
            deno='await Deno.jupyter.broadcast("clear_output", { wait: false });',
        )
    )
    return verdict(cell.of("clear_output"), "there is no way")


@behaviour("Protocol", "a comm that nobody knows is closed, and `comm_info` answered")
def comms(subject, kernel):
    cell = kernel.send("comm_open", {"comm_id": "a", "target_name": "nobody", "data": {}})
    kernel.listen(1)
    info = kernel.ask("comm_info_request", {}, limit=3)
    missing = [] if cell.of("comm_close") else ["it is not closed"]
    missing += [] if "comms" in (info.reply or {}) else ["no answer to comm_info"]
    return verdict(not missing, ", ".join(missing))


@behaviour("Protocol", "`kernel_info` has all fields that the protocol wants")
def info(subject, kernel):
    language = kernel.info.get("language_info", {})
    wanted = ("protocol_version", "implementation", "implementation_version", "banner", "status")
    missing = [field for field in wanted if not kernel.info.get(field)]
    missing += [field for field in ("name", "version", "mimetype", "file_extension") if not language.get(field)]
    return verdict(not missing, f"without {', '.join(missing)}")


@behaviour("Protocol", "the heart beats while a cell computes")
def beats(subject, kernel):
    cell = kernel.submit(
        subject.pick(
            py='import time\nprint("go", flush=True)\nend = time.time() + 3\nwhile time.time() < end: pass',
            ts='console.log("go");\nconst end = Date.now() + 3000;\nwhile (Date.now() < end) {}',
        )
    )
    kernel.wait(cell, limit=0.5)
    good = kernel.beats() and cell.reply is None
    kernel.wait(cell, limit=6)
    return verdict(good, "it stops")


@behaviour("Protocol", "a silent request leaves the number of the cells, and fails in its reply alone")
def silent(subject, kernel):
    kernel.run("1 + 1")
    quiet = kernel.run(subject.pick(py='raise ValueError("a")', ts='throw new RangeError("a");'), silent=True, store_history=False)
    after = kernel.run("2 + 2")
    counts = (after.reply or {}).get("execution_count")
    faults = [] if counts == 2 else [f"the next cell is number {counts}"]
    faults += [] if quiet.status == "error" else [f"the reply says {quiet.status}"]
    return verdict(not faults, ", ".join(faults))


@behaviour("Protocol", "`user_expressions` are evaluated")
def expressions(subject, kernel):
    reply = kernel.run(subject.pick(py="x = 6", ts="const x = 6;"), user_expressions={"seven": "x * 7"}).reply or {}
    value = reply.get("user_expressions", {}).get("seven", {})
    return verdict("42" in plain(str(value.get("data", {}).get("text/plain", ""))), "they are passed over")


@behaviour("Protocol", "shutdown is answered and quick, though a timer and a worker live")
def shutdown(subject, kernel):
    kernel.run(
        subject.pick(
            py="import threading, time\nthreading.Thread(target=lambda: time.sleep(60)).start()",
            ts='import { Worker } from "node:worker_threads";\nsetInterval(() => {}, 1000);\n'
            'const worker = new Worker("setInterval(() => {}, 1000)", { eval: true });',
        )
    )
    began = time.monotonic()
    cell = kernel.ask_to_end(5)
    seconds = time.monotonic() - began
    if kernel.alive:
        return no("it still runs after 5 s")
    kernel.listen(0.2)
    if (cell.reply or {}).get("restart") is not True:
        return no("no answer" if cell.reply is None else "it answers restart: false")
    return yes() if seconds < 2 else no(f"{seconds:.1f} s")


@behaviour("Protocol", "the kernel ends when the program that started it is killed", running=False)
def orphan(subject):
    program = subject.root / "kernel/test/orphan.py"
    starter = subprocess.run(
        [sys.executable, program, subject.name], stdout=subprocess.PIPE, stderr=subject.log, text=True, cwd=subject.folder
    )
    pid = int(starter.stdout)
    for _ in range(60):
        if not running(pid):
            return yes()
        time.sleep(0.1)
    os.kill(pid, signal.SIGKILL)
    return no("it lives on")


def running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
