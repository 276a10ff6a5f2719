import { randomUUID } from "node:crypto";
import type { Received, WireClient } from "../../kernel/test/wire-client.ts";
import { type Attack, type AttackKind, part, startKernel } from "./attack-kind.ts";

/** Time in milliseconds in which the kernel must be idle after Interrupt. */
export const LIMIT = 4000;

const CHILD = 'import * as children from "node:child_process";\nconsole.log("go");\n';

/** Cells that wait for something that never comes; each prints "go" first. */
export const WAITING: Readonly<Record<string, string>> = {
  "an endless loop": 'console.log("go"); for (;;);',
  "an endless loop after an await": 'console.log("go"); await null; for (;;);',
  "awaits that never end the turn": 'console.log("go"); for (;;) await null;',
  "a promise that never settles": 'console.log("go"); await new Promise(() => {});',
  "a long timer": 'console.log("go"); await new Promise((done) => setTimeout(done, 1e6));',
  "an endless asynchronous loop":
    'async function* ticks() { for (;;) yield await new Promise((done) => setTimeout(done, 5)); }\nconsole.log("go"); for await (const _ of ticks());',
  "a display method that never settles":
    'console.log("go"); ({ [Symbol.for("Jupyter.display")]: () => new Promise(() => {}) })',
  "an input": 'console.log("go"); await input("name? ");',
  "spawnSync()": `${CHILD}children.spawnSync("sleep", ["600"]);`,
  "execSync()": `${CHILD}children.execSync("sleep 600; sleep 600");`,
  "a child that ignores SIGINT": `${CHILD}children.execSync("trap '' INT; sleep 600");`,
  "a child that ignores SIGINT and SIGTERM": `${CHILD}children.execSync("trap '' INT TERM; sleep 600 & wait; sleep 600");`,
  "a loop that catches the end of its children": `${CHILD}for (;;) { try { children.execSync("sleep 600"); } catch {} }`,
  "the end of a child": `${CHILD}await new Promise((done) => children.spawn("sleep", ["600"]).on("close", done));`,
  "a request that nobody answers":
    'import { createServer } from "node:net";\nconst silent = createServer().listen(0); console.log("go");\nawait fetch("http://127.0.0.1:" + (silent.address() as any).port);',
};

const ATTACKS: readonly Attack<WireClient>[] = Object.entries(WAITING).map(([name, code]) => ({
  name,
  run: async (kernel) => {
    const id = randomUUID();
    const before = kernel.published.length;
    const own = () => kernel.published.slice(before).filter(({ parent }) => parent === id);
    const content = { code, stop_on_error: false, allow_stdin: true };
    await kernel.send("shell", kernel.frames("execute_request", content, { id }));
    await kernel.until(() => own().some(({ type }) => type === "stream"));
    await new Promise((done) => setTimeout(done, 100)); // until it waits
    const pressed = performance.now();
    await kernel.send("control", kernel.frames("interrupt_request", {}));
    await kernel.until(() => own().at(-1)?.content.execution_state === "idle", 15);
    const taken = performance.now() - pressed;
    if (taken >= LIMIT) return `idle only after ${Math.round(taken)} ms`;
    const reply = (): Received | undefined => kernel.replies.find(({ parent }) => parent === id);
    await kernel.until(() => reply() !== undefined);
    return reply()?.content.ename === "Interrupted"
      ? undefined
      : `it ended as ${JSON.stringify(reply()?.content)}`;
  },
}));

/** Interrupt, wherever a cell waits. */
export const interrupts: AttackKind<WireClient> = {
  name: "interrupts",
  holds: "the cell fails as Interrupted, and the kernel is idle within 4 s",
  tested: 0.25,
  start: startKernel,
  attacks: (share, random) => part(ATTACKS, share, random),
};
