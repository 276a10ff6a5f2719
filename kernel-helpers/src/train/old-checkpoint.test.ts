import { describe, expect, test } from "vitest";
import { openBackend, type Tensorflow } from "../backend/index.ts";
import golden from "./checkpoint-before-hs.json" with { type: "json" };
import { type Checkpoint, decodeCheckpoint } from "./index.ts";
import { resumeTraining } from "./training.ts";

const sentences = golden.sentences.map((sentence) => sentence.split(" "));

/** A checkpoint from a version without the option `hs`. */
function stored(engine: "reference" | "tensor"): Checkpoint {
  return decodeCheckpoint(Uint8Array.from(Buffer.from(golden[engine].checkpoint, "base64")));
}

describe.each(["reference", "tensor"] as const)("an older checkpoint of the engine %s", (engine) => {
  const open = async (): Promise<Tensorflow | undefined> =>
    engine === "tensor" ? (await openBackend("cpu")).tf : undefined;

  test("continues to the older version's result, with the default for an option that it does not know", async () => {
    const checkpoint = stored(engine);
    expect(checkpoint.settings).not.toHaveProperty("hs");
    const training = resumeTraining(checkpoint, sentences, {}, await open());
    expect(training.settings.hs).toBe(false);
    expect(training.settings.alpha).toBe(engine === "tensor" ? 0.005 : 0.05); // what it recorded, not today's default
    expect(checkpoint.settings).not.toHaveProperty("tokenizer");
    expect(training.settings.tokenizer).toBe("words");
    const losses: number[] = [];
    for await (const { loss } of training) losses.push(loss);
    const { data } = await training.inputTable();
    training.close();
    const { losses: expected, vectors } = golden[engine];
    expect(losses.length).toBe(expected.length);
    expect(data.length).toBe(vectors.length);
    losses.forEach((loss, at) => {
      expect(Math.abs(loss - expected[at]!)).toBeLessThan(golden.tolerance);
    });
    data.forEach((x, i) => {
      expect(Math.abs(x - vectors[i]!)).toBeLessThan(golden.tolerance);
    });
  });

  test("is refused by a training with that option", async () => {
    const tf = await open();
    expect(() => resumeTraining(stored(engine), sentences, { hs: true }, tf)).toThrow(
      "Cannot resume as hs must be false, as in the checkpoint: current value is true",
    );
  });

  test("is refused by a training with another tokenizer", async () => {
    const tf = await open();
    expect(() => resumeTraining(stored(engine), sentences, { tokenizer: "chinese" }, tf)).toThrow(
      "Cannot resume as tokenizer must be words, as in the checkpoint: current value is chinese",
    );
  });

  test("is refused if it has an option that this version does not know", async () => {
    const { settings, ...rest } = stored(engine);
    const later: Checkpoint = { ...rest, settings: Object.assign({ shrinkWindows: true }, settings) };
    const tf = await open();
    expect(() => resumeTraining(later, sentences, {}, tf)).toThrow(
      "Cannot resume: this version does not know the checkpoint's option shrinkWindows. Remedy: ",
    );
  });
});
