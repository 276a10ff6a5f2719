import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { runProgram } from "./run-program.ts";

/** What vscode.py reports about a cell. */
interface Cell {
  readonly reply: {
    readonly status: string;
    readonly execution_count: number;
    readonly ename?: string;
  } | null;
  readonly outputs: readonly {
    readonly type: string;
    readonly data?: Readonly<Record<string, string>>;
    readonly ename?: string;
  }[];
  readonly states: readonly string[];
}

interface Answer {
  readonly reply: Readonly<Record<string, unknown>>;
  readonly seconds: number;
}

type Names<Kind> = Kind extends Cell
  ? "first" | "hidden" | "hiddenFailure" | "silent" | "second" | "loop" | "timer" | "after"
  : "info" | "complete" | "inspect";

type Said = Record<Names<Cell>, Cell> &
  Record<Names<Answer>, Answer> & {
    ports: boolean[];
    interruptMode: string;
    status: number;
  };

function types({ outputs }: Cell): string[] {
  return outputs.map(({ type }) => type).filter((type) => type !== "execute_input");
}

// vscode.py describes what the extension does, and where in its sources.
describe("the kernel with the requests of VS Code's Jupyter extension", () => {
  let said: Said;
  beforeAll(() => {
    const spec = join(projectRoot, ".venv/share/jupyter/kernels/w2v/kernel.json");
    const { stdout, stderr } = runProgram("python", [join(import.meta.dirname, "vscode.py"), spec]);
    expect(stderr).toBe("");
    said = JSON.parse(stdout) as Said;
  });

  test("starts with the argv of its kernelspec and opens its ports", () => {
    expect(said.ports).toEqual([true, true]);
  });

  test("answers the first kernel_info_request", () => {
    expect(said.info.reply).toMatchObject({ status: "ok", implementation: "word2vec-lab" });
    expect(said.info.reply.language_info).toMatchObject({ name: "typescript", file_extension: ".ts" });
  });

  test("runs a cell and reports busy and idle", () => {
    expect(types(said.first)).toEqual(["execute_result"]);
    expect(said.first.states).toEqual(["busy", "idle"]);
  });

  test("runs the extension's own code without a number, with outputs and errors", () => {
    expect(said.hidden.outputs.at(-1)?.data).toEqual({ "text/plain": "'king'" });
    expect(types(said.hiddenFailure)).toEqual(["error"]);
    expect(said.second.reply?.execution_count).toBe(2);
  });

  test("runs silent code without output, and later cells see its effects", () => {
    expect(said.silent.reply?.status).toBe("ok");
    expect(said.silent.outputs).toEqual([]);
    expect(said.second.outputs.at(-1)?.data).toEqual({ "text/plain": "2" });
  });

  test("completes and explains", () => {
    expect(said.complete.reply).toMatchObject({
      status: "ok",
      matches: ["join"],
      cursor_start: 6,
      cursor_end: 9,
    });
    expect(said.inspect.reply).toMatchObject({ status: "ok", found: true });
    expect(JSON.stringify(said.inspect.reply.data)).toContain("words: string[]");
  });

  test("can be interrupted by a message on the shell channel, even in a loop", () => {
    expect(said.interruptMode).toBe("message");
    expect(said.loop.reply?.ename).toBe("Interrupted");
    expect(said.timer.reply?.ename).toBe("Interrupted");
    expect(said.after.outputs.at(-1)?.data).toEqual({ "text/plain": "2" });
  });

  test("ends on SIGTERM, even if a timer is running", () => {
    expect(said.status).toBe(-15);
  });
});
