import { expect, test } from "vitest";
import { runSession } from "./run-session.ts";
import { printed, type Step } from "./session.ts";
import { temporaryKernel } from "./temporary-kernel.ts";

const prefix = temporaryKernel();

/** Seconds of the processor for one request: unlike the time on a clock, other programs hardly change them. */
const LIMIT = 0.15;

const TIMES = 20;

/** One request of each kind about a cell that differs from the previous one, as while someone types. */
function typed(i: number): Step[] {
  const head = `const layer${i} = tf.layers.dense({ units: ${i} });\n`;
  const requests = [
    ["complete", `${head}const product = tf.mat`],
    ["complete", `${head}tf.`],
    ["inspect", `${head}tf.tensor2d([[1]], `],
    ["inspect", `${head}const product = tf.matMul`],
    ["is_complete", `${head}tf.tensor2d(`],
  ] as const;
  return requests.map(([kind, code]) => ({
    code: "",
    request: { type: `${kind}_request`, content: { code, cursor_pos: code.length } },
  }));
}

/** A cell that prints the seconds of the processor which the kernel has used. */
const USED: Step = {
  code: "const { user, system } = process.cpuUsage();\nconsole.log((user + system) / 1e6);",
};

test("help is quick with TensorFlow.js loaded", async () => {
  const warm = Array.from({ length: TIMES }, (_, i) => typed(i + 1)).flat();
  const first: Step = { code: 'import * as tf from "@tensorflow/tfjs";' };
  const { cells } = await runSession(prefix, [first, ...typed(0), USED, ...warm, USED]);
  expect(cells[0]?.reply?.status).toBe("ok");
  expect(cells[1]?.reply).toMatchObject({ status: "ok", matches: expect.arrayContaining(["matMul"]) });
  const before = typed(0).length + 1;
  const answers = cells.slice(before + 1, -1);
  expect(answers.map(({ reply }) => reply?.status)).toEqual(
    warm.map(() => expect.stringMatching(/ok|complete/)),
  );
  const used = Number(printed(cells.at(-1))) - Number(printed(cells[before]));
  expect(used).toBeGreaterThan(0);
  expect(used / warm.length).toBeLessThan(LIMIT);
});
