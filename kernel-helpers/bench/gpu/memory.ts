import { execFileSync } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import {
  type BackendName,
  createModel,
  openBackend,
  optimizerDefaults,
  readScalar,
  tensorModel,
  tensorOptimizer,
} from "kernel-helpers";
import { randomBatch } from "../../src/cli/step-speed.ts";
import type { MemoryMeasure } from "./outcome.ts";
import type { Amount } from "./parts.ts";
import { alphaOf, inputsOf } from "./step-speeds.ts";

const TENTHS = 10;
const MEGABYTE = 2 ** 20;

/** CBOW and Skip-Gram in turns for 2,000 steps of about 1,024 examples, each batch of another size; memory at each tenth. */
export async function* memory(name: BackendName, { quick }: Amount): AsyncGenerator<MemoryMeasure> {
  const [steps, words, size] = quick ? [20, 500, 70] : [2000, 10_000, 1024];
  const { tf } = await openBackend(name);
  const model = tensorModel(tf, createModel(words));
  const optimizer = tensorOptimizer(tf, model, optimizerDefaults);
  const held: number[] = [];
  const onGpu: number[] = [];
  for (let step = 1; step <= steps; step++) {
    const architecture = step % 2 ? "cbow" : "skip-gram";
    const shape = { words, batchSize: size - (step % 61), inputs: inputsOf[architecture] };
    const loss = optimizer.step(randomBatch(step, shape), alphaOf[architecture], step);
    if (step % 20 === 0) await readScalar(loss);
    else loss.dispose();
    if (step % (steps / TENTHS) !== 0) continue;
    (globalThis as { gc?: () => void }).gc?.(); // wrappers of GPU objects are small, so they are seldom collected
    await wait(100);
    held.push(Math.round(process.memoryUsage.rss() / MEGABYTE));
    onGpu.push(gpuMegabytes());
  }
  optimizer.close();
  tf.dispose([model.input, model.output]);
  yield { steps, process: held, ...(onGpu.every(Number.isFinite) && { gpu: onGpu }) };
}

/** Memory that programs use on all NVIDIA GPUs; NaN where nvidia-smi does not tell. */
function gpuMegabytes(): number {
  try {
    const words = ["--query-gpu=memory.used", "--format=csv,noheader,nounits"];
    const said = execFileSync("nvidia-smi", words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return said
      .trim()
      .split("\n")
      .reduce((sum, line) => sum + Number(line), 0);
  } catch {
    return Number.NaN;
  }
}
