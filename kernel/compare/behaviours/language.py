"""Point 5: the language."""

from behaviour import behaviour, no, outcome, plain, verdict, yes


def refused(kernel, code, words):
    """Whether a cell with a type error is refused, and for the right reason."""
    cell = kernel.run(code)
    if cell.status == "ok":
        return no("types are not checked")
    return verdict(words in plain(cell.shown()), outcome(kernel, cell))


@behaviour("Language", "types are checked")
def types(subject, kernel):
    return refused(kernel, subject.pick(ts="const word: string = 5;"), "is not assignable to type 'string'")


@behaviour("Language", "strictly: null is no string, and a parameter needs a type")
def strict(subject, kernel):
    null = refused(kernel, subject.pick(ts="const word: string = null;"), "is not assignable to type 'string'")
    if not null.good:
        return null if "not checked" not in null.text else no("it is accepted")
    return refused(kernel, "function length(word) { return word.length; }", "implicitly has an 'any' type")


@behaviour("Language", "TypeScript is current: a filter by `typeof` narrows the type (5.5)")
def current(subject, kernel):
    version = kernel.info["language_info"].get("version", "")
    code = 'const mixed = [1, "a"].filter((x) => typeof x === "string");\nconst words: string[] = mixed;'
    cell = kernel.run(subject.pick(ts=code))
    if kernel.run("const wrong: string[] = [1];").status == "ok":
        return no("types are not checked")
    return yes(f"TypeScript {version}") if cell.status == "ok" else no(outcome(kernel, cell))


@behaviour("Language", "the types of a package that has only `exports` are found")
def exports(subject, kernel):
    code = subject.pick(ts='import { count } from "only-exports";\nconst word: string = count();')
    return refused(kernel, code, "Type 'number' is not assignable to type 'string'")


@behaviour("Language", "`for await` alone at the top of a cell (`async for`)")
def for_await(subject, kernel):
    cell = kernel.run(
        subject.pick(
            py='async def two():\n    yield 1\n    yield 2\nasync for i in two(): print(i)',
            ts="async function* two() { yield 1; yield 2; }\nfor await (const i of two()) console.log(i);",
        )
    )
    return verdict(plain(cell.printed("stdout")).split() == ["1", "2"], outcome(kernel, cell))


@behaviour("Language", "`import()` of an ES module that awaits at its top")
def dynamic_import(subject, kernel):
    cell = kernel.run(subject.pick(ts='const late = await import("awaits-at-top");\nconsole.log(late.value);'))
    return verdict("42" in cell.printed("stdout"), outcome(kernel, cell))


@behaviour("Language", "`import` of such a module")
def static_import(subject, kernel):
    cell = kernel.run(subject.pick(ts='import { value } from "awaits-at-top";\nconsole.log(value);'))
    return verdict("42" in cell.printed("stdout"), outcome(kernel, cell))


@behaviour("Language", "`using`")
def using(subject, kernel):
    cell = kernel.run(
        subject.pick(
            ts='{\n  using file = { [Symbol.dispose]() { console.log("closed"); } };\n  console.log("open");\n}'
        )
    )
    return verdict(cell.printed("stdout").split() == ["open", "closed"], outcome(kernel, cell))


@behaviour("Language", "a later cell may declare a name again")
def redeclare(subject, kernel):
    kernel.run(subject.pick(py="x = 1", ts="const x = 1;"))
    cell = kernel.run(subject.pick(py='x = "a"\nprint(x)', ts='const x = "a";\nconsole.log(x);'))
    return verdict(cell.printed("stdout") == "a\n", outcome(kernel, cell))


@behaviour("Language", "a function sees what a later cell assigns to a variable that it uses")
def closure(subject, kernel):
    kernel.run(
        subject.pick(
            py="count = 0\ndef increase():\n    global count\n    count += 1\n    return count",
            ts="let count = 0;\nfunction increase(): number { return ++count; }",
        )
    )
    cell = kernel.run(
        subject.pick(py="count = 10\nprint(increase(), count)", ts="count = 10;\nconsole.log(increase(), count);")
    )
    shown = plain(cell.printed("stdout")).strip()
    return verdict(shown == "11 11", f"{shown.replace(' ', ' and ')} instead of 11 and 11" if shown else outcome(kernel, cell))


@behaviour("Language", "a failing cell keeps the variables that it had set")
def keeps(subject, kernel):
    kernel.run(subject.pick(py='before = 41\nraise ValueError("a")', ts='const before = 41;\nthrow new RangeError("a");'))
    cell = kernel.run(subject.pick(py="print(before + 1)", ts="console.log(before + 1);"))
    return verdict("42" in cell.printed("stdout"), outcome(kernel, cell))
