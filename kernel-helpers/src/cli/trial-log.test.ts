import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { drawTrial, type TrialResult } from "../classify/index.ts";
import { openTrialLog, requireSameSearch, type SearchConfig } from "./trial-log.ts";

let log = "";
beforeEach(() => {
  log = join(mkdtempSync(join(tmpdir(), "trials-")), "trials.jsonl");
});
afterEach(() => rmSync(join(log, ".."), { recursive: true }));

const tunings = ["frozen", "full"] as const;
const config: SearchConfig = { search: "random", trials: 5, epochs: 2, seed: 1, tunings, texts: "ab" };
const result = (trial: number, loss = 0.5): TrialResult => ({
  trial,
  settings: drawTrial(trial, 1, { tunings }),
  epochs: 2,
  best: Number.isFinite(loss) ? 2 : 0,
  train: { loss, accuracy: 0.5 },
  validation: { loss, accuracy: 0.5 },
  seconds: 1,
});
const config1 = (): string => log.replace(".jsonl", ".config.json");

test("openTrialLog() gives back what it was given, a trial that diverged and one that stands twice as well", async () => {
  const results = [result(0), result(1, Number.POSITIVE_INFINITY), result(2)];
  const first = await openTrialLog(log, config);
  expect(first.earlier).toEqual([]);
  for (const one of results) await first.add(one);
  const [line = ""] = readFileSync(log, "utf8").split("\n");
  appendFileSync(log, `${line}\n${line.slice(0, 30)}`);
  const again = await openTrialLog(log, config);
  expect(again.earlier).toEqual(results);
  await again.add(result(3));
  expect(
    readFileSync(log, "utf8")
      .match(/"_step":\d/g)
      ?.join(),
  ).toBe([1, 2, 3, 4].map((n) => `"_step":${n}`).join());
});

test("openTrialLog() writes over no file that is no log of trials", async () => {
  writeFileSync(log, '{"text": "mine"}');
  await expect(openTrialLog(log, config)).rejects.toThrow(
    /it has text, and no .*config\.json .* Remedy: another --log/,
  );
  for (const text of ["garbage", "null", "{}", '{"vectorSize": 5}']) {
    writeFileSync(config1(), text);
    await expect(openTrialLog(log, config)).rejects.toThrow(
      "has no settings of a search. Remedy: another --log",
    );
  }
  expect(readFileSync(log, "utf8")).toBe('{"text": "mine"}');
});

test("requireSameSearch() tells what differs, of checksums without their digits", async () => {
  await (await openTrialLog(log, config)).add(result(0));
  await requireSameSearch(log, { seed: 1 });
  await expect(requireSameSearch(log, { seed: 2 })).rejects.toThrow(
    "as seed must be 1, with which it was begun: current value is 2. Remedy",
  );
  await expect(requireSameSearch(log, { texts: "cd" })).rejects.toThrow(
    "as its texts are not those with which it was begun",
  );
});

test.each([
  ["no JSON", () => "garbage"],
  ["null", () => "null"],
  ["other settings", (line: string) => line.replace(/"alpha":[\d.e-]+/, '"alpha":5')],
  ["a number beyond the search", (line: string) => line.replace('"trial":0', '"trial":77')],
  ["epochs of no rung", (line: string) => line.replace('"epochs":2', '"epochs":3')],
  ["no accuracy", (line: string) => line.replace(/,"validation.accuracy":[\d.]+/, "")],
  [
    "a loss that is a word",
    (line: string) => line.replace(/"validation.loss":[\d.]+/, '"validation/loss":"x"'),
  ],
])("openTrialLog() refuses a line with %s", async (_, changed) => {
  await (await openTrialLog(log, config)).add(result(0));
  const line = readFileSync(log, "utf8").trimEnd();
  writeFileSync(log, `${changed(line)}\n`);
  await expect(openTrialLog(log, config)).rejects.toThrow(
    "as line 1 is no trial of it. Remedy: another --log",
  );
});

test("openTrialLog() knows a trial by the ranks that the search draws from", async () => {
  await (await openTrialLog(log, { ...config, ranks: [2, 4, 8] })).add(result(0));
  writeFileSync(config1(), `${JSON.stringify({ ...config, ranks: [1] })}\n`);
  await expect(openTrialLog(log, { ...config, ranks: [1] })).rejects.toThrow("line 1 is no trial of it");
});

test("of two searches in one log the one gives way that finds the other's line", async () => {
  const [one, two] = [await openTrialLog(log, config), await openTrialLog(log, config)];
  await one.add(result(0));
  await expect(two.add(result(0))).rejects.toThrow("another program has changed it. Remedy: let that end");
  await one.add(result(1));
  await openTrialLog(log, config);
  await one.add(result(2));
});
