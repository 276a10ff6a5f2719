"""What cells have in common with files: modules and their syntax."""

from behaviour import behaviour, no, outcome, plain, short, verdict


@behaviour("Language", "`export` before a declaration, as in code that is copied from a file")
def exported(subject, kernel):
    kernel.run(subject.pick(ts="export const size = 42;"))
    cell = kernel.run("console.log(size);")
    return verdict("42" in cell.printed("stdout"), outcome(kernel, cell))


@behaviour("Language", '`import … from "./near.ts"`, a file beside the notebook, with its ending (ipykernel: `from helper import …`)')
def beside(subject, kernel):
    cell = kernel.run(
        subject.pick(
            py="from helper import half\nprint(half(84))",
            ts='import { half } from "./near.ts";\nconsole.log(half(84));',
        )
    )
    return verdict("42" in cell.printed("stdout"), outcome(kernel, cell))


@behaviour("Language", "`import.meta.url` leads to the notebook's folder")
def meta(subject, kernel):
    cell = kernel.run(subject.pick(ts='console.log(new URL(".", import.meta.url).href);'))
    url = plain(cell.printed("stdout")).strip()
    if not url.startswith("file:"):
        return no(outcome(kernel, cell))
    return verdict(url == f"{subject.folder.as_uri()}/", f"it leads to {short(url, 40)}")


@behaviour("Language", "decorators, in their standard form")
def decorators(subject, kernel):
    cell = kernel.run(
        subject.pick(
            py="""def told(method):
    def tell(*args):
        print("called", method.__name__)
        return method(*args)
    return tell
class Model:
    @told
    def step(self): return 42
print(Model().step())""",
            ts="""function told(method: any, context: any): any {
  return function (this: any, ...args: any[]) {
    console.log("called", context.name);
    return method.apply(this, args);
  };
}
class Model {
  @told step(): number { return 42; }
}
console.log(new Model().step());""",
        )
    )
    shown = plain(cell.printed("stdout")).split()
    return verdict(shown == ["called", "step", "42"], "they change nothing" if shown == ["42"] else outcome(kernel, cell))
