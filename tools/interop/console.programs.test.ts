import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { runProgram } from "./run-program.ts";

/** The typed text and the pattern that must then appear on the screen; console.py explains the fields. */
interface Step {
  readonly keys: string;
  readonly wanted: string;
  readonly seconds?: number;
}

const ENTER = "\r";
const TAB = "\t";
const CONTROL_C = "\x03";
const CONTROL_D = "\x04";

const input = (number: number): string => `In \\[${number}\\]: `;
const MORE = "\\.\\.\\.: ";

const steps = {
  start: { keys: "", wanted: input(1) },
  value: { keys: `const words: string[] = ["king"]; words.length${ENTER}`, wanted: input(2) },
  failure: { keys: `throw new RangeError("no such word")${ENTER}`, wanted: input(3) },
  tab: { keys: `words.joi${TAB}`, wanted: "join" },
  completed: { keys: `("-")${ENTER}`, wanted: input(4) },
  open: { keys: `function twice(x: number): number {${ENTER}`, wanted: MORE },
  inside: { keys: `return 2 * x;${ENTER}`, wanted: MORE },
  closed: { keys: `}${ENTER}`, wanted: input(5) },
  called: { keys: `twice(21)${ENTER}`, wanted: input(6) },
  loop: { keys: `while (true) {}${ENTER}`, wanted: "while" },
  interrupt: { keys: CONTROL_C, wanted: input(7), seconds: 1 },
  after: { keys: `words[0] + 1${ENTER}`, wanted: input(8) },
  pid: { keys: `process.pid${ENTER}`, wanted: input(9) },
  leave: { keys: CONTROL_D, wanted: "exit" },
  yes: { keys: `y${ENTER}`, wanted: "Shutting down" },
} satisfies Record<string, Step>;

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe("jupyter console", () => {
  let status: number | null;
  let screen: Record<keyof typeof steps, string | null>;
  beforeAll(() => {
    const job = JSON.stringify({ steps: Object.values(steps) });
    const ended = runProgram("python", [join(import.meta.dirname, "console.py")], { input: job });
    expect(ended.stderr).toBe("");
    const said = JSON.parse(ended.stdout) as { screens: (string | null)[]; status: number | null };
    status = said.status;
    const names = Object.keys(steps);
    screen = Object.fromEntries(names.map((name, i) => [name, said.screens[i]])) as typeof screen;
  });

  test("greets with the kernel's banner", () => {
    expect(screen.start).toMatch(/TypeScript \d+\.\d+\.\d+ \(word2vec-lab/);
  });

  test("runs a cell and shows its value", () => {
    expect(screen.value).toContain("Out[1]: 1");
  });

  test("shows an error with its position, and accepts the next cell", () => {
    expect(screen.failure).toMatch(/RangeError: no such word\s+at cell 2, line 1/);
  });

  test("completes a member with Tab", () => {
    expect(screen.completed).toContain("Out[3]: 'king'");
  });

  test("asks for more lines until the block is closed", () => {
    expect(screen.closed).not.toContain("Error");
    expect(screen.called).toContain("Out[5]: 42");
  });

  test("interrupts a loop with Ctrl-C and keeps the variables", () => {
    expect(screen.interrupt).toContain("Interrupted");
    expect(screen.after).toContain("Out[7]: 'king1'");
  });

  test("exits on Ctrl-D, and ends the kernel", async () => {
    expect(screen.yes).toContain("Shutting down kernel");
    expect(status).toBe(0);
    const pid = Number(/Out\[8\]: (\d+)/.exec(screen.pid ?? "")?.[1]);
    expect(pid).toBeGreaterThan(1);
    await expect.poll(() => isAlive(pid), { timeout: 60_000 }).toBe(false);
  });
});
