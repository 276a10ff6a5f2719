"""Point 1: output."""


from behaviour import behaviour, no, outcome, plain, verdict, yes

COUNT = 100_000


@behaviour("Output", "100,000 lines printed in a loop arrive whole and in order")
def many_lines(subject, kernel):
    cell = kernel.run(
        subject.pick(
            py=f"for i in range({COUNT}): print(i)",
            ts=f"for (let i = 0; i < {COUNT}; i++) console.log(i);",
        ),
        limit=120,
    )
    lines = [int(line) for line in cell.printed("stdout").split() if line.isdigit()]
    lost = COUNT - len(set(lines))
    parts = [f"loses {lost:,} of {COUNT:,} lines"] if lost else []
    parts += ["reorders them"] if lines != sorted(lines) else []
    parts += [] if cell.idle else ["never says that it is done"]
    return no(", ".join(parts)) if parts else yes()


ROUNDS = 50


@behaviour("Output", "stdout, stderr and displays keep their order")
def interleaved(subject, kernel):
    show = 'import { display } from "tslab";\n'
    loop = f"for (let i = 0; i < {ROUNDS}; i++) {{ console.log(`o${{i}}`); console.error(`e${{i}}`); %s }}"
    cell = kernel.run(
        subject.pick(
            py=f"""import sys
from IPython.display import display
for i in range({ROUNDS}):
    print(f"o{{i}}"); print(f"e{{i}}", file=sys.stderr); display({{"text/plain": f"d{{i}}"}}, raw=True)""",
            ts=show + loop % "display.text(`d${i}`);",
            deno=loop % 'await Deno.jupyter.display({ "text/plain": `d${i}` }, { raw: true });',
        )
    )
    words = []
    for message in cell.messages:
        content = message.content
        text = content["text"] if message.type == "stream" else content.get("data", {}).get("text/plain", "")
        words += plain(text).split()
    wanted = [f"{kind}{i}" for i in range(ROUNDS) for kind in "oed"]
    missing = len(set(wanted) - set(words))
    return verdict(words == wanted, f"{missing} of {len(wanted)} are missing" if missing else "the order is another")


@behaviour("Output", "`process.stdout.write(text, done)` calls `done`")
def callbacks(subject, kernel):
    code = 'await new Promise<void>((done) => process.stdout.write("text\\n", () => done()));\nconsole.log("called");'
    cell = kernel.run(subject.pick(ts=code, deno=f'import process from "node:process";\n{code}'), limit=5)
    if "called" not in cell.printed():
        return no(outcome(kernel, cell))
    return verdict("text" in cell.printed(), "the text is not shown")


@behaviour("Output", "what a child process prints is in the cell")
def child(subject, kernel):
    cell = kernel.run(
        subject.pick(
            py='import subprocess\n_ = subprocess.run("echo from the child; echo and its errors >&2", shell=True)',
            ts='import { execSync } from "node:child_process";\n'
            'execSync("echo from the child; echo and its errors >&2", { stdio: "inherit" });',
        )
    )
    kernel.listen(0.5)
    seen = [words in cell.printed() for words in ("from the child", "and its errors")]
    return verdict(all(seen), "its errors are missing" if seen[0] else outcome(kernel, cell))


@behaviour("Output", "what native code writes to file descriptor 1 is in the cell")
def descriptor(subject, kernel):
    cell = kernel.run(
        subject.pick(
            py='import os\n_ = os.write(1, b"from below\\n")',
            ts='import { writeSync } from "node:fs";\nwriteSync(1, "from below\\n");',
        )
    )
    kernel.listen(0.5)
    return verdict("from below" in cell.printed(), "it is not shown")


def whole(kernel, cell):
    kernel.listen(0.5)
    shown = cell.printed()
    if "词" in shown:
        return yes()
    if cell.status == "error":
        return no(outcome(kernel, cell))
    return no("the character is broken" if shown.strip() else "nothing is shown")


@behaviour("Output", "a character whose bytes are written in pieces stays whole")
def pieces(subject, kernel):
    write = 'for (const byte of new TextEncoder().encode("词\\n")) process.stdout.write(new Uint8Array([byte]));'
    cell = kernel.run(
        subject.pick(
            py='import sys\nfor byte in "词\\n".encode(): sys.stdout.buffer.write(bytes([byte])); sys.stdout.flush()',
            ts=write,
            deno=write.replace("process.stdout.write", "await Deno.stdout.write"),
        )
    )
    return whole(kernel, cell)


@behaviour("Output", "… also by a child process")
def pieces_of_child(subject, kernel):
    shell = r"printf '\\350'; sleep 0.2; printf '\\257\\215\\n'"
    cell = kernel.run(
        subject.pick(
            py=f'import subprocess\n_ = subprocess.run("{shell}", shell=True)',
            ts=f'import {{ execSync }} from "node:child_process";\nexecSync("{shell}", {{ stdio: "inherit" }});',
        )
    )
    return whole(kernel, cell)


@behaviour("Output", "output arrives while the cell runs")
def live(subject, kernel):
    cell = kernel.run(
        subject.pick(
            py='import time\nfor i in range(5):\n    print(i); time.sleep(0.3)',
            ts="for (let i = 0; i < 5; i++) {\n  console.log(i);\n  const end = Date.now() + 300;\n"
            "  while (Date.now() < end) {}\n}",
        )
    )
    seconds = [round(message.seconds, 1) for message in cell.messages if message.type == "stream"]
    first = seconds[0] if seconds else None
    return verdict(first is not None and first < 1, f"first after {first} s" if seconds else "nothing is shown")
