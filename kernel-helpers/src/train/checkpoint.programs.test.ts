import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { exactBackends } from "../../test/exact-backends.ts";
import { type Backend, openBackend } from "../backend/index.ts";
import { randomBelow, seededRandom } from "../base/index.ts";
import { KERNEL_HOST, type KernelHost } from "../host/index.ts";
import { type Checkpoint, checkpointVersion } from "./checkpoint.ts";
import { decodeCheckpoint, encodeCheckpoint } from "./checkpoint-format.ts";
import type { TrainOptions } from "./options.ts";
import type { TrainingProgress } from "./progress.ts";
import { resumeTraining, startTraining } from "./training.ts";
import type { Training } from "./training-by.ts";

const random = seededRandom(5);
const words = ["sun", "rain", "cloud", "wind", "bread", "milk", "apple", "cheese"];
const sentences = Array.from({ length: 120 }, () =>
  Array.from({ length: 6 }, () => words[randomBelow(8, random)] as string),
);
const small: TrainOptions = {
  vectorSize: 5,
  window: 2,
  minCount: 1,
  sample: 0.05,
  negative: 2,
  epochs: 3,
  alpha: 0.05,
  batchSize: 64,
  reports: 7, // events inside an epoch, after a batch that is not full
};

type Timeless = Omit<TrainingProgress, "seconds" | "tokensPerSecond" | "examplesPerSecond" | "secondsLeft">;

/** An event without the fields that depend on the clock. */
function timeless({ tokens, totalTokens, epoch, examples, loss, alpha }: TrainingProgress): Timeless {
  return { tokens, totalTokens, epoch, examples, loss, alpha };
}

async function finish(training: Training): Promise<{ events: Timeless[]; vectors: Float32Array }> {
  const events: Timeless[] = [];
  for await (const event of training) events.push(timeless(event));
  const { data } = await training.inputTable();
  training.close();
  return { events, vectors: data };
}

/** What reading it back from a file would give. */
async function written(training: Training): Promise<Checkpoint> {
  return decodeCheckpoint(encodeCheckpoint(await training.checkpoint()));
}

/** Interrupts the training that starts next after it has asked `after` times. */
function interruptAfter(after: number): void {
  let asked = 0;
  (globalThis as { [KERNEL_HOST]?: KernelHost })[KERNEL_HOST] = {
    show: () => undefined,
    clear: () => undefined,
    interrupted: () => ++asked > after,
  };
}
afterEach(() => {
  delete (globalThis as { [KERNEL_HOST]?: KernelHost })[KERNEL_HOST];
});

const engines = ["reference" as const, ...exactBackends];

describe.each(engines)("a training with %s that stops and resumes equals one that runs through,", (name) => {
  let backend: Backend | undefined;
  beforeAll(async () => {
    backend = name === "reference" ? undefined : await openBackend(name);
  });
  afterAll(() => backend?.close());

  const variants: readonly TrainOptions[] = [
    { optimizer: "sgd" },
    { optimizer: "adagrad", architecture: "skip-gram" },
    { optimizer: "adam", alpha: 0.005 },
    { optimizer: "sgd", negative: 0, clipNorm: 1 },
    { hs: true, negative: 0 },
    { hs: true, negative: 0, architecture: "skip-gram", optimizer: "adam", alpha: 0.005 },
  ];

  test.each(variants)("stopped at any event: %o", async (variant) => {
    const options = { ...small, ...variant };
    const whole = await finish(startTraining(sentences, options, backend?.tf));
    expect(whole.events).toHaveLength(7);
    for (let stop = 0; stop <= 7; stop++) {
      const first = startTraining(sentences, options, backend?.tf);
      const events: Timeless[] = [];
      if (stop > 0) {
        for await (const event of first) if (events.push(timeless(event)) === stop) break;
      }
      const checkpoint = await written(first);
      first.close();
      const rest = await finish(resumeTraining(checkpoint, sentences, {}, backend?.tf));
      expect([...events, ...rest.events]).toEqual(whole.events);
      expect(rest.vectors).toEqual(whole.vectors);
    }
  });

  test("stopped by an interrupt between two events, whose extra event is not part of the history", async () => {
    const options = { ...small, epochs: 240, reports: 2 };
    const whole = await finish(startTraining(sentences, options, backend?.tf));
    interruptAfter(0);
    const first = startTraining(sentences, options, backend?.tf);
    const stopped: TrainingProgress[] = [];
    for await (const event of first) stopped.push(event);
    expect(stopped).toHaveLength(1);
    expect(stopped[0]?.tokens).toBeLessThan(stopped[0]!.totalTokens / 2);
    const checkpoint = await written(first);
    first.close();
    interruptAfter(Number.POSITIVE_INFINITY);
    const rest = await finish(resumeTraining(checkpoint, sentences, options, backend?.tf));
    expect(rest.events).toEqual(whole.events);
    expect(rest.vectors).toEqual(whole.vectors);
  });

  test("including the seconds before the stop", async () => {
    const first = startTraining(sentences, small, backend?.tf);
    for await (const _ of first) break;
    const checkpoint = await written(first);
    first.close();
    const position = { ...checkpoint.position, seconds: 1000 };
    const second = resumeTraining({ ...checkpoint, position }, sentences, {}, backend?.tf);
    for await (const { seconds } of second) expect(seconds).toBeGreaterThan(1000);
    second.close();
  });
});

describe("a checkpoint", () => {
  let checkpoint: Checkpoint;
  beforeAll(async () => {
    const training = startTraining(sentences, { ...small, optimizer: "adam" });
    for await (const _ of training) break;
    checkpoint = await training.checkpoint();
  });

  test("does not change when it is written and read", () => {
    expect(decodeCheckpoint(encodeCheckpoint(checkpoint))).toEqual(checkpoint);
    const diverged = { ...checkpoint, engine: { ...checkpoint.engine, lossSum: Number.NaN } };
    expect(decodeCheckpoint(encodeCheckpoint(diverged)).engine.lossSum).toBeNaN();
  });

  test("is refused if any one byte of it is changed", () => {
    const bytes = encodeCheckpoint(checkpoint);
    const places = Array.from({ length: 40 }, (_, i) => Math.floor((i * (bytes.length - 1)) / 39));
    for (const at of [0, 7, 8, 12, 16, 24, ...places]) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] as number) ^ 1;
      expect(() => decodeCheckpoint(damaged)).toThrow(/^Cannot read a checkpoint: .* Remedy: /);
    }
    expect(() => decodeCheckpoint(bytes.subarray(0, bytes.length - 8))).toThrow("of its tables, which have");
    expect(() => decodeCheckpoint(new Uint8Array())).toThrow("does not begin with W2VCHECK");
  });

  test.each([
    [{ alpha: 0.1 }, "Cannot resume as alpha must be 0.05, as in the checkpoint: current value is 0.1"],
    [{ optimizer: "sgd" as const }, "optimizer must be adam, as in the checkpoint: current value is sgd"],
    [{ epochs: 9 }, "epochs must be 3, as in the checkpoint: current value is 9. Remedy: leave epochs out"],
  ])("is refused for a training with %o", (options, message) => {
    expect(() => resumeTraining(checkpoint, sentences, options)).toThrow(message);
  });

  test("is refused for another corpus, another engine, another version", async () => {
    const other = sentences.toReversed();
    expect(() => resumeTraining(checkpoint, other)).toThrow(
      /the corpus must be .*as in the checkpoint.*the same text/,
    );
    const { tf, close } = await openBackend("cpu");
    expect(() => resumeTraining(checkpoint, sentences, {}, tf)).toThrow(
      "the engine must be reference, as in the checkpoint: current value is tensor",
    );
    close();
    const later = { ...checkpoint, version: checkpointVersion + 1 };
    expect(() => resumeTraining(later, sentences)).toThrow("the version must be 2, as in the checkpoint");
  });

  test("cannot be taken while an event is being computed", async () => {
    const training = startTraining(sentences, small);
    const event = training[Symbol.asyncIterator]().next();
    await expect(training.checkpoint()).rejects.toThrow("working towards its next event");
    await event;
    expect((await training.checkpoint()).position.reported).toBe(1);
  });
});
