"""Cells that make it hard for a kernel to go on: what they throw, how deep they are, what they replace."""

from behaviour import behaviour, no, outcome, plain, verdict, yes

CELLS = 500


@behaviour("Errors", f"of {CELLS} cells sent behind a failure none runs, and each has its reply")
def long_queue(subject, kernel):
    failing = kernel.submit(
        subject.pick(
            py='import time\ntime.sleep(1)\nraise ValueError("a")',
            ts='await new Promise((done) => setTimeout(done, 1000));\nthrow new RangeError("a");',
        )
    )
    code = subject.pick(py='print("ran")', ts='console.log("ran");')
    behind = [kernel.submit(code) for _ in range(CELLS)]
    kernel.wait(failing, *behind, limit=60)
    ran = sum("ran" in cell.printed() for cell in behind)
    lost = sum(cell.reply is None for cell in behind)
    faults = ["they run" if ran > CELLS / 2 else f"{ran} run"] if ran else []
    faults += [f"{lost} have no reply"] if lost else []
    return verdict(not faults, ", ".join(faults))


@behaviour("Errors", "an error of a class that extends `Error` is named by that class")
def named_by_class(subject, kernel):
    cell = kernel.run(
        subject.pick(
            py='class NoSuchWord(Exception): pass\nraise NoSuchWord("king")',
            ts='class NoSuchWord extends Error {}\nthrow new NoSuchWord("king");',
        )
    )
    errors = cell.of("error")
    named = errors[0]["ename"] if errors else plain(cell.printed("stderr"))
    return verdict("NoSuchWord" in named, f"it is {errors[0]['ename']}" if errors else outcome(kernel, cell))


THROWS = '() => { throw new Error("hostile"); }'
#: What cells throw that is hard to describe: (name, code).
THROWN = {
    "py": [
        ("`__str__` throws", "class Bad(Exception):\n    def __str__(self): raise ValueError()\nraise Bad()"),
        ("`__repr__` throws", "class Worse(Exception):\n    def __repr__(self): raise ValueError()\nraise Worse()"),
        ("no exception", "raise object()"),
    ],
    "ts": [
        ("a Proxy", f"throw new Proxy({{}}, {{ get: {THROWS}, getPrototypeOf: {THROWS} }});"),
        ("a Symbol as name", 'throw Object.assign(new Error("x"), { name: Symbol("s") as any });'),
        ("a getter that throws", f'throw Object.defineProperty(new Error("x"), "message", {{ get: {THROWS} }});'),
    ],
}


@behaviour("Errors", "a failure that is hard to describe is one error: a Proxy, a Symbol as name, a getter or `__str__` that throws")
def hard_to_describe(subject, kernel):
    for name, code in subject.pick(py=THROWN["py"], ts=THROWN["ts"]):
        cell = kernel.run(code, limit=10)
        if not kernel.alive or cell.reply is None:
            return no(f"{name}: {outcome(kernel, cell)}")
        errors = cell.of("error")
        if len(errors) > 1:
            return no(f"{name}: {len(errors)} errors")
        if not errors and not cell.printed("stderr").strip():
            return no(f"{name}: nothing is shown")
    return yes()


def computes(kernel, cause):
    """Whether the kernel is right about the next cell."""
    after = kernel.run("6 * 7", limit=15)
    if not kernel.alive:
        return no(f"the kernel dies of {cause}")
    return verdict("42" in plain(after.shown()), f"after {cause}: {outcome(kernel, after)}")


@behaviour("Errors", "after an expression that is 2,000 levels deep the next cell is right")
def deep(subject, kernel):
    shapes = {"parentheses": f"{'(' * 2000}1{')' * 2000}", "brackets": "[" * 2000 + "]" * 2000 + subject.pick(py="", ts=" as any")}
    for name, code in shapes.items():
        cell = kernel.run(code, limit=60)
        if cell.reply is None:
            return no(f"{name}: {outcome(kernel, cell)}")
        after = computes(kernel, name)
        if not after.good:
            return after
    return yes()


@behaviour("Errors", "a cell may replace `Array.prototype.map` and `JSON.stringify` (`map`, `json.dumps`), and the kernel goes on")
def replaced(subject, kernel):
    throws = '() => { throw new Error("replaced"); }'
    cells = subject.pick(
        py={
            "`map`": "import builtins\ndef broken(*_, **__): raise ValueError('replaced')\nbuiltins.map = broken",
            "`json.dumps`": "import json\njson.dumps = broken",
        },
        ts={"`map`": f"Array.prototype.map = {throws};", "`JSON.stringify`": f"JSON.stringify = {throws};"},
    )
    for name, code in cells.items():
        kernel.run(code, limit=10)
        after = computes(kernel, f"replacing {name}")
        if not after.good:
            return after
    return yes()
