import { expect } from "vitest";
import { HOST, type RepairCase } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

const WRITES = 100_000;
const CHILD_LINES = 50_000;

/** What the first step's cell printed and showed, in order. */
const everything = Array.from({ length: WRITES }, (_, i) => `${kind(i)} ${i}\n`).join("");

function kind(i: number): string {
  if (i % 1000 === 0) return "shown";
  return i % 500 === 1 ? "stderr" : "stdout";
}

export const captures: RepairCase = {
  repair: "captures",
  alone: true,
  wanted:
    "what child processes and native code write appears in the cell, in order with what the cell prints",
  plain: "what child processes write goes to Jupyter's log",
  steps: [
    {
      code: `${HOST}for (let i = 0; i < ${WRITES}; i++) {
  if (i % 1000 === 0) host.show({ "text/plain": \`shown \${i}\\n\` });
  else if (i % 500 === 1) console.error("stderr", i);
  else console.log("stdout", i);
}`,
    },
    {
      code: `import { execFileSync, spawn } from "node:child_process";
import { writeSync } from "node:fs";
const inherit = { stdio: "inherit" } as const;
console.log("before");
execFileSync(process.execPath, ["-e", "for (let i = 0; i < ${CHILD_LINES}; i++) console.log(i)"], inherit);
console.log("after");
const bytes = Buffer.from("词 🎉\\n");
writeSync(1, bytes.subarray(0, 2));
await new Promise((done) => setTimeout(done, 150));
writeSync(1, bytes.subarray(2, 6));
await new Promise((done) => setTimeout(done, 150));
writeSync(1, bytes.subarray(6));
const child = spawn(process.execPath, ["-e", "console.error('to stderr')"], inherit);
await new Promise((done) => child.on("exit", done));`,
    },
    {
      code: `console.log("first");
(process as unknown as { _rawDebug(text: string): void })._rawDebug("from C++");
console.error("second");
const outlives = spawn(process.execPath, ["-e", "setTimeout(() => console.log('outlived'), 1500)"], inherit);`,
      until: "outlived",
      queued: true,
    },
    { code: 'writeSync(1, "meanwhile\\n");\nawait new Promise((done) => outlives.on("exit", done));' },
    // queued, so that on a busy machine the text is also read if it arrives while this cell is still the last one
    {
      code: `const wrote = new Promise<void>((done) => setTimeout(() => {
  writeSync(1, "late\\n");
  done();
}, 20));`,
      queued: true,
    },
    { code: "await wrote;" },
  ],
  holds({ cells }) {
    const order = (cells[0]?.messages ?? []).map(({ type, content }) => {
      if (type === "stream") return content.text;
      return type === "display_data" ? (content.data as { "text/plain": string })["text/plain"] : "";
    });
    expect(order.join("") === everything).toBe(true);
    const numbers = Array.from({ length: CHILD_LINES }, (_, i) => `${i}\n`).join("");
    expect(printed(cells[1])).toBe(`before\n${numbers}after\n词 🎉\n`);
    expect(printed(cells[1], "stderr")).toBe("to stderr\n");
    expect(printed(cells[2])).toBe("first\noutlived\n");
    expect(printed(cells[2], "stderr")).toBe("from C++\nsecond\n");
    expect(printed(cells[3])).toBe("meanwhile\n");
    expect(printed(cells[4]) + printed(cells[5])).toBe("late\n");
  },
  fails({ cells }) {
    expect(printed(cells[1])).toBe("before\nafter\n");
    expect(printed(cells[2], "stderr")).toBe("second\n");
  },
};
