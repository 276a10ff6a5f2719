"""Point 3: errors."""

import re

from behaviour import behaviour, no, outcome, plain, short, verdict, yes


@behaviour("Errors", "a failure is an `error` message with name, text and traceback")
def error_message(subject, kernel):
    cell = kernel.run(subject.pick(py='raise ValueError("no such word")', ts='throw new RangeError("no such word");'))
    errors = cell.of("error")
    if not errors:
        return no("text on stderr" if cell.printed("stderr") else outcome(kernel, cell))
    error, name = errors[0], subject.pick(py="ValueError", ts="RangeError")
    return verdict(
        error["ename"] == name and error["evalue"] == "no such word" and error["traceback"],
        f"{error['ename']}: {error['evalue']}",
    )


@behaviour("Errors", "a type error has line and column in the cell, and carets under its place")
def type_error(subject, kernel):
    cell = kernel.run(subject.pick(ts="const size = 1;\nconst word: string = size;"))
    if cell.status == "ok":
        return no("types are not checked")
    text = plain(cell.shown())
    parts = [words for words, there in (("place", "2:7" in text), ("carets", re.search(r"\^", text))) if not there]
    return verdict(not parts, f"without {' and '.join(parts)}")


@behaviour("Errors", "a traceback names the lines of the cell")
def lines(subject, kernel):
    cell = kernel.run(
        subject.pick(
            py="""from dataclasses import dataclass

@dataclass
class Pair: a: int; b: int
def half(pair):
    if pair.a > 0: raise ValueError("too big")
    return pair.a / 2

half(Pair(1, 2))""",
            ts="""interface Pair { readonly a: number; readonly b: number }

type Word = "king" | "queen";
function half(pair: Pair): number {
  const { a } = pair;
  if (a > 0) throw new RangeError("too big");
  return a / 2;
}
half({ a: 1, b: 2 });""",
        )
    )
    text = plain(cell.shown())
    numbers = re.findall(r"line (\d+)|:(\d+)(?::\d+)?\)?(?=\s|$|,)", text)
    found = [int(a or b) for a, b in numbers]
    return verdict({6, 9} <= set(found), f"says lines {', '.join(map(str, found[:4]))}" if found else "no lines")


@behaviour("Errors", "a frame in a library names its source file")
def helper_frames(subject, kernel):
    cell = kernel.run(
        subject.pick(
            py="import helper\nhelper.fail()",
            ts='import { buildVocabulary } from "kernel-helpers";\nbuildVocabulary([], { minCount: -1 });',
        )
    )
    wanted = subject.pick(py=r"helper\.py", ts=r"build-vocabulary\.ts:\d+")
    text = plain(cell.shown())
    return verdict(re.search(wanted, text), "build-vocabulary.js" if ".js:" in text else short(text))


INTERNAL = re.compile(r"tslab/dist|node:internal|node:vm|ext:|ipykernel|IPython/core|kernel/(?:common|node)/")


@behaviour("Errors", "a traceback leaves out the kernel's own frames")
def internals(subject, kernel):
    cell = kernel.run(subject.pick(py='raise ValueError("a")', ts='throw new RangeError("a");'))
    count = len(INTERNAL.findall(plain(cell.shown())))
    return verdict(count == 0, f"{count} of them")


@behaviour("Errors", "the cell run right after a failure runs")
def next_cell(subject, kernel):
    # Not run(): it listens for a while, but this cell must follow immediately.
    kernel.wait(kernel.submit(subject.pick(py='raise ValueError("a")', ts='throw new RangeError("a");')))
    cell = kernel.run("6 * 7")
    return verdict("42" in plain(cell.shown()), f"the reply says {cell.status}")


def queue(subject, kernel, stop):
    failing = kernel.submit(subject.pick(py='raise ValueError("a")', ts='throw new RangeError("a");'), stop_on_error=stop)
    behind = kernel.submit(subject.pick(py='print("ran")', ts='console.log("ran");'), stop_on_error=stop)
    kernel.wait(failing, behind, limit=10)
    return behind


@behaviour("Errors", "with `stop_on_error` a failure cancels the cells sent behind it")
def stops(subject, kernel):
    behind = queue(subject, kernel, True)
    return verdict("ran" not in behind.printed() and behind.status in ("aborted", "error"), "they run")


@behaviour("Errors", "without `stop_on_error` they run")
def goes_on(subject, kernel):
    behind = queue(subject, kernel, False)
    return verdict("ran" in behind.printed(), f"the reply says {behind.status}")


@behaviour("Errors", "a failure that nobody awaits is told in the cell that began it")
def unawaited(subject, kernel):
    first = kernel.run(
        subject.pick(
            py="""import asyncio
async def fail():
    await asyncio.sleep(0.4)
    raise ValueError("nobody waits")
_ = asyncio.create_task(fail())""",
            ts="""void (async () => {
  await new Promise((done) => setTimeout(done, 400));
  throw new RangeError("nobody waits");
})();""",
        )
    )
    second = kernel.run(
        subject.pick(
            py="del _; import gc\nawait asyncio.sleep(1)\ngc.collect();",
            ts="await new Promise((done) => setTimeout(done, 1000));",
        ),
        limit=10,
    )
    kernel.listen(0.5)
    if not kernel.alive:
        return no("the kernel dies")
    if "nobody waits" in plain(first.shown()):
        return yes()
    return no("in the cell that runs then" if "nobody waits" in plain(second.shown()) else "not at all")


@behaviour("Errors", "`process.exit()` in a cell is an error, and the session goes on (`Deno.exit`, `sys.exit`)")
def exits(subject, kernel):
    kernel.run(subject.pick(py="kept = 42", ts="const kept = 42;"))
    cell = kernel.run(subject.pick(py="import sys\nsys.exit(3)", ts="process.exit(3);", deno="Deno.exit(3);"), limit=5)
    kernel.listen(0.5)
    if not kernel.alive:
        return no("the kernel dies")
    after = kernel.run(subject.pick(py="print(kept)", ts="console.log(kept);"), limit=5)
    if "42" not in after.printed():
        return no("the variables are lost")
    return verdict(cell.status == "error", "it says nothing")
