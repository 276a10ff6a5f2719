import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { everyBackend } from "../../test/every-backend.ts";
import { type Backend, openBackend } from "../backend/index.ts";
import { batch, expectNear, randomNetwork, tunings } from "./network.suite.ts";
import { newTuningEngine } from "./new-tuning-engine.ts";
import { copyNetwork, tunedTables } from "./tuned-tables.ts";

describe.each(everyBackend)("on the backend %s", (name) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await openBackend(name);
  });
  afterAll(() => backend.close());

  test.each(tunings)(
    "a network that is tuned %s moves as the float64 one, and no tensor is left",
    async (tuning) => {
      const start = randomNetwork(tuning);
      const before = backend.tf.memory().numTensors;
      const found = copyNetwork(start);
      const engine = newTuningEngine(start, backend.tf);
      const texts = [...batch.texts, ...Array.from({ length: 300 }, (_, i) => [i % 7])]; // more than are scored at once
      const [expected, reference] = [copyNetwork(start), newTuningEngine(start)];
      for (let t = 1; t <= 3; t++) {
        await engine.step(batch, 0.05, t);
        await reference.step(batch, 0.05, t);
      }
      await engine.read(found);
      await reference.read(expected);
      for (const [table, numbers] of Object.entries(tunedTables(found))) {
        expectNear(numbers, tunedTables(expected)[table]!, 2e-4);
      }
      expectNear(await engine.scores(texts), await reference.scores(texts), 1e-3);
      engine.close();
      expect(backend.tf.memory().numTensors).toBe(before);
    },
  );

  test("a batch without any word moves W and b only", async () => {
    const engine = newTuningEngine(randomNetwork("full"), backend.tf);
    await engine.step({ texts: [[], []], labels: [0, 1] }, 0.05, 1);
    engine.close();
  });
});
