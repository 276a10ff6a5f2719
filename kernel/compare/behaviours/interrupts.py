"""Point 4: Interrupt."""

import time

from behaviour import behaviour, no, verdict, yes

LIMIT = 6
SOON = 1


def interrupted(kernel, code):
    """Runs a cell and interrupts it soon after it prints "go"; gives the cell and the seconds until its reply, or None."""
    pressed = []

    def watch(cell):
        if not pressed and "go" in cell.printed():
            time.sleep(0.2)
            pressed.append(time.monotonic())
            kernel.interrupt()

    cell = kernel.run(code, limit=LIMIT, watch=watch)
    if not pressed or cell.seconds is None:
        return cell, None
    return cell, cell.began + cell.seconds - pressed[0]


def judged(subject, kernel, code):
    kernel.run(subject.pick(py='kept = "kept"', ts='const kept = "kept";'))
    cell, seconds = interrupted(kernel, code)
    return cell, seconds, state(subject, kernel, seconds)


def state(subject, kernel, seconds):
    """The state of a kernel after an interrupt."""
    kernel.listen(0.3)
    if not kernel.alive:
        return no("the kernel dies")
    if seconds is None:
        return no("the cell goes on")
    after = kernel.run(subject.pick(py="print(kept)", ts="console.log(kept);"), limit=5)
    if "kept" not in after.printed():
        return no(f"the next cell: {after.status}")
    return yes() if seconds <= SOON else no(f"after {seconds:.1f} s")


@behaviour("Interrupt", "Interrupt stops a synchronous loop within 1 s; kernel and variables stay")
def loop(subject, kernel):
    code = subject.pick(py='print("go", flush=True)\nwhile True: pass', ts='console.log("go");\nwhile (true) {}')
    return judged(subject, kernel, code)[2]


@behaviour("Interrupt", "Interrupt stops an awaited timer")
def timer(subject, kernel):
    code = subject.pick(
        py='import asyncio\nprint("go", flush=True)\nawait asyncio.sleep(30)',
        ts='console.log("go");\nawait new Promise((done) => setTimeout(done, 30000));',
    )
    return judged(subject, kernel, code)[2]


@behaviour("Interrupt", "Interrupt stops a loop after an await")
def loop_after_await(subject, kernel):
    code = subject.pick(
        py='import asyncio\nawait asyncio.sleep(0.1)\nprint("go", flush=True)\nwhile True: pass',
        ts='await new Promise((done) => setTimeout(done, 100));\nconsole.log("go");\nwhile (true) {}',
    )
    return judged(subject, kernel, code)[2]


@behaviour("Interrupt", "Interrupt stops a loop of awaits that are ready at once")
def loop_of_awaits(subject, kernel):
    code = subject.pick(
        py='import asyncio\nprint("go", flush=True)\nwhile True: await asyncio.sleep(0)',
        ts='console.log("go");\nwhile (true) await null;',
    )
    return judged(subject, kernel, code)[2]


@behaviour("Interrupt", "the code of an interrupted cell does not go on")
def goes_on(subject, kernel):
    code = subject.pick(
        py='import asyncio\nprint("go", flush=True)\nawait asyncio.sleep(2)\nprint("and on")',
        ts='console.log("go");\nawait new Promise((done) => setTimeout(done, 2000));\nconsole.log("and on");',
    )
    _, seconds, before = judged(subject, kernel, code)
    if not before.good:
        return before
    kernel.listen(2.5)
    return verdict(not any("and on" in cell.printed() for cell in kernel.cells.values()), "it goes on")


STEPS = """async function* steps() {
  for (let i = 1; ; i++) {
    yield i;
    await new Promise((done) => setTimeout(done, 5));
  }
}
let done = 0;
"""


@behaviour("Interrupt", "a training generator ends cleanly with what it has")
def generator(subject, kernel):
    listener = """const stop = { now: false };
await new Promise((done) => setTimeout(done, 20));
%s
for await (const i of steps()) {
  done = i;
  if (i === 10) console.log("go");
  if (stop.now) break;
}
console.log("ended with steps:", done > 9);"""
    code = subject.pick(
        py="""import time
def steps():
    i = 0
    while True:
        i += 1
        yield i
        time.sleep(0.005)
try:
    for done in steps():
        if done == 10: print("go", flush=True)
except KeyboardInterrupt:
    pass
print("ended with steps:", str(done > 9).lower())""",
        w2v=f"""const host = (globalThis as any)[Symbol.for("word2vec-lab.host")];
{STEPS}for await (const i of steps()) {{
  done = i;
  if (i === 10) console.log("go");
  if (host.interrupted()) break;
}}
console.log("ended with steps:", done > 9);""",
        tslab=STEPS + listener % 'process.once("SIGINT", () => { stop.now = true; });',
        deno=STEPS + listener % 'Deno.addSignalListener("SIGINT", () => { stop.now = true; });',
    )
    cell, seconds, after = judged(subject, kernel, code)
    if not after.good:
        return after
    return verdict(cell.status == "ok" and "ended with steps: true" in cell.printed(), "the cell fails")


@behaviour("Interrupt", "a second interrupt works too")
def twice(subject, kernel):
    code = subject.pick(py='print("go", flush=True)\nwhile True: pass', ts='console.log("go");\nwhile (true) {}')
    first = judged(subject, kernel, code)[2]
    if not first.good:
        return first
    _, seconds = interrupted(kernel, code)
    return state(subject, kernel, seconds)
