import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type Backend, openBackend, type Tensorflow } from "../backend/index.ts";
import { randomBelow, seededRandom } from "../base/index.ts";
import { openSimd, type Simd, SimdModel } from "../simd/index.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { decodeCheckpoint, encodeCheckpoint } from "./checkpoint-format.ts";
import type { TrainOptions } from "./options.ts";
import type { TrainingProgress } from "./progress.ts";
import { resumeTraining, startTraining } from "./training.ts";
import type { Training } from "./training-by.ts";

/** Sentences of 2 to 9 words, of which some are frequent. */
function textOf(seed: number, sentences = 60): string[][] {
  const random = seededRandom(seed);
  const word = (): string => `w${Math.floor(20 * random() ** 2)}`;
  return Array.from({ length: sentences }, () => Array.from({ length: 2 + randomBelow(8, random) }, word));
}

const options: TrainOptions = {
  vectorSize: 4,
  window: 2,
  minCount: 1,
  sample: 0.05,
  negative: 2,
  epochs: 2,
  reports: 3, // long events
};

/** A clock that goes on by up to `step` milliseconds whenever it is read. */
function fakeClock(seed: number, step: number): void {
  const random = seededRandom(seed);
  let time = 0;
  vi.spyOn(performance, "now").mockImplementation(() => {
    time += step * random();
    return time;
  });
}
afterEach(() => vi.restoreAllMocks());

type Timeless = Omit<TrainingProgress, "seconds" | "tokensPerSecond" | "examplesPerSecond" | "secondsLeft">;

async function ended(training: Training): Promise<{ events: Timeless[]; vectors: Float32Array }> {
  const events: Timeless[] = [];
  for await (const { seconds, tokensPerSecond, examplesPerSecond, secondsLeft, ...event } of training)
    events.push(event);
  const { data } = await training.inputTable();
  training.close();
  return { events, vectors: data };
}

describe.each(["reference", "tensor", "simd"] as const)("checkpointEvery() with %s", (name) => {
  let backend: Backend | undefined;
  let by: Tensorflow | Simd | undefined;
  beforeAll(async () => {
    if (name === "tensor") backend = await openBackend("cpu");
    by = name === "simd" ? openSimd({ threads: 1 }) : backend?.tf;
  });
  afterAll(() => backend?.close());
  const more: TrainOptions = name === "tensor" ? { optimizer: "adam", batchSize: 50 } : {};
  const sentences = name === "simd" ? 800 : 60; // several rounds between two events

  test("saves between events as the time passes, and from each of these places a training ends as one that never stopped", async () => {
    let midway = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(1e6), fc.integer({ min: 0, max: 3 }), async (seed, seconds) => {
        const text = textOf(seed, sentences);
        const whole = await ended(startTraining(text, { ...options, ...more }, by));
        fakeClock(seed, 200);
        const saved: [bytes: Uint8Array, events: number][] = [];
        const training = startTraining(text, { ...options, ...more }, by);
        let seen = 0;
        training.checkpointEvery(seconds, async (checkpoint) => {
          saved.push([encodeCheckpoint(checkpoint), seen]);
        });
        const events: Timeless[] = [];
        for await (const { seconds, tokensPerSecond, examplesPerSecond, secondsLeft, ...event } of training)
          seen = events.push(event);
        expect({ events, vectors: (await training.inputTable()).data }).toEqual(whole);
        training.close();
        const random = seededRandom(seed);
        for (let tried = 0; tried < Math.min(3, saved.length); tried++) {
          const [bytes, before] = saved[randomBelow(saved.length, random)] as (typeof saved)[number];
          const checkpoint = decodeCheckpoint(bytes);
          if (events.every(({ tokens }) => tokens !== checkpoint.position.tokens)) midway++;
          const rest = await ended(resumeTraining(checkpoint, text, {}, by));
          expect(rest).toEqual({ events: whole.events.slice(before), vectors: whole.vectors });
        }
      }),
      { numRuns: 6 },
    );
    expect(midway).toBeGreaterThan(3);
  });

  test("saves soon after its time has passed, and counts from the last checkpoint", async () => {
    let time = 0;
    vi.spyOn(performance, "now").mockImplementation(() => {
      time += 60;
      return time;
    });
    const training = startTraining(textOf(1, sentences), { ...options, ...more, epochs: 8, reports: 8 }, by);
    let last = time;
    let saves = 0;
    training.checkpointEvery(3, async ({ position }) => {
      expect(position.seconds).toBeGreaterThan(0);
      expect(time - last).toBeGreaterThanOrEqual(3000);
      expect(time - last).toBeLessThan(3600);
      time += 1e6; // a slow disk
      last = time;
      saves++;
    });
    for await (const { epoch } of training) {
      if (epoch > 4) continue;
      await training.checkpoint();
      last = time;
    }
    expect(saves).toBeGreaterThan(1);
    training.close();
  });

  test("leaves the training where it was when a checkpoint cannot be saved", async () => {
    const whole = await ended(startTraining(textOf(2, sentences), { ...options, ...more }, by));
    fakeClock(2, 200);
    const training = startTraining(textOf(2, sentences), { ...options, ...more }, by);
    let failed = 0;
    training.checkpointEvery(0.2, async () => {
      if (++failed % 2 === 1) throw new Error("disk full");
    });
    const events: Timeless[] = [];
    for (let loops = 0; loops < 1000; loops++) {
      try {
        for await (const { seconds, tokensPerSecond, examplesPerSecond, secondsLeft, ...event } of training)
          events.push(event);
        break;
      } catch (error) {
        expect((error as Error).message).toBe("disk full");
      }
    }
    expect(failed).toBeGreaterThan(1);
    expect({ events, vectors: (await training.inputTable()).data }).toEqual(whole);
    training.close();
  });
});

test("checkpointEvery() saves in the middle of a long event of several threads, and no token is lost", async () => {
  const simd = openSimd({ threads: 2 });
  const text = textOf(4, 3000);
  fakeClock(4, 200);
  const training = startTraining(text, { ...options, epochs: 20, reports: 1 }, simd);
  const saved: Checkpoint[] = [];
  training.checkpointEvery(0, async (checkpoint) => {
    saved.push(checkpoint);
  });
  await training.finish();
  const { tokens } = (await training.checkpoint()).position;
  training.close();
  const { position } = saved[saved.length >> 1] as Checkpoint;
  expect(position.tokens).toBeGreaterThan(0);
  expect(position.tokens).toBeLessThan(tokens);
  const resumed = resumeTraining(saved[saved.length >> 1] as Checkpoint, text, {}, simd);
  await resumed.finish();
  expect((await resumed.checkpoint()).position.tokens).toBe(tokens);
  resumed.close();
});

test("a round of several threads is asked to end after two seconds", async () => {
  let time = 0;
  vi.spyOn(performance, "now").mockImplementation(() => time);
  const { run } = SimdModel.prototype;
  const asked: boolean[] = [];
  vi.spyOn(SimdModel.prototype, "run").mockImplementation(async function (this: SimdModel, round, stop) {
    time += 1999;
    asked.push(await stop());
    time += 1;
    asked.push(await stop());
    return run.call(this, round, stop);
  });
  const training = startTraining(textOf(5), { ...options, epochs: 1, reports: 1 }, openSimd({ threads: 2 }));
  await training.finish();
  training.close();
  expect(asked).toEqual([false, true]);
});

test("checkpointEvery() refuses a time that is none", () => {
  const training = startTraining(textOf(3), options);
  expect(() => training.checkpointEvery(Number.NaN, async () => {})).toThrow(
    "Cannot save checkpoints as seconds must be >= 0: current value is NaN",
  );
});
