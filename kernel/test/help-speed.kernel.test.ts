import { expect, test } from "vitest";
import { runSession } from "./run-session.ts";
import type { Step } from "./session.ts";
import { temporaryKernel } from "./temporary-kernel.ts";

const prefix = temporaryKernel();

/** The target is 0.15 s on an idle machine; tests run on a busy one. */
const LIMIT = 0.6;

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

test("help is quick with TensorFlow.js loaded", async () => {
  const steps = Array.from({ length: TIMES + 1 }, (_, i) => typed(i)).flat();
  const first = { code: 'import * as tf from "@tensorflow/tfjs";' };
  const { cells } = await runSession(prefix, [first, ...steps]);
  const [loaded, ...answers] = cells;
  expect(loaded?.reply?.status).toBe("ok");
  expect(answers[0]?.reply).toMatchObject({ status: "ok", matches: expect.arrayContaining(["matMul"]) });
  const warm = answers.slice(typed(0).length);
  expect(warm).toHaveLength(steps.length - typed(0).length);
  const seconds = warm.map((answer) => answer.seconds ?? Number.NaN);
  expect(Math.max(...seconds)).toBeLessThan(LIMIT);
});
