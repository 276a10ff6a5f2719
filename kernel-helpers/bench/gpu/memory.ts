import { execFileSync } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { type BackendName, openBackend, readScalar } from "kernel-helpers";
import { randomBatch } from "../../src/cli/step-speed.ts";
import { inputsOf } from "../inputs-of.ts";
import type { MemoryMeasure } from "./outcome.ts";
import type { Amount } from "./parts.ts";
import { smallTraining } from "./small-training.ts";
import { alphaOf } from "./step-speeds.ts";

const TENTHS = 10;
const MEGABYTE = 2 ** 20;

/** CBOW and Skip-Gram in turns for 2,000 steps of about 1,024 examples, each batch of another size; memory at each tenth. */
export async function* memory(name: BackendName, { quick }: Amount): AsyncGenerator<MemoryMeasure> {
  const [steps, words, size] = quick ? [20, 500, 70] : [2000, 10_000, 1024];
  const { tf } = await openBackend(name);
  const training = smallTraining(tf, words);
  const held: number[] = [];
  const onGpu: number[] = [];
  for (let step = 1; step <= steps; step++) {
    const architecture = step % 2 ? "cbow" : "skip-gram";
    const shape = { words, batchSize: size - (step % 61), inputs: inputsOf[architecture] };
    const loss = training.step(randomBatch(step, shape), alphaOf[architecture], step);
    if (step % 20 === 0) await readScalar(loss);
    else loss.dispose();
    if (step % (steps / TENTHS) !== 0) continue;
    (globalThis as { gc?: () => void }).gc?.(); // wrappers of GPU objects are small, so they are seldom collected
    await wait(100);
    held.push(Math.round(process.memoryUsage.rss() / MEGABYTE));
    onGpu.push(gpuMegabytes());
  }
  training.close();
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
