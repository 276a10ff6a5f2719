import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { seededRandom } from "../base/index.ts";
import {
  alarmScores,
  averageRunLength,
  cusumChart,
  longestWords,
  type MonitorEvent,
  monitorStream,
  replayed,
  shockedStream,
} from "./index.ts";

const golden = JSON.parse(readFileSync(new URL("../../golden/cusum.json", import.meta.url), "utf8"));

test("averageRunLength() is that of another program", () => {
  expect(golden.cases).toHaveLength(30);
  for (const { length, ...options } of golden.cases) {
    expect(Math.abs(averageRunLength(options) / length - 1), JSON.stringify(options)).toBeLessThan(1e-5);
  }
});

test("averageRunLength() is that of the published table, to its digits", () => {
  expect(golden.table).toHaveLength(20);
  for (const { shift, limit, length } of golden.table) {
    expect(Math.abs(averageRunLength({ shift, limit }) / length - 1)).toBeLessThan(0.004);
  }
  expect(averageRunLength({ shift: 30 })).toBeCloseTo(1, 9); // the first value gives the alarm
  expect(() => averageRunLength({ limit: 0 })).toThrow(/limit must be > 0/);
  expect(() => averageRunLength({ slack: -1 })).toThrow(/slack must be >= 0/);
  expect(() => averageRunLength({ shift: Number.NaN })).toThrow(/shift must be finite/);
});

test("cusumChart() gives its alarms as often as averageRunLength() says", () => {
  const random = seededRandom(3);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const [limit, shift] = [3, 0.5];
  const chart = cusumChart({ mean: 7, deviation: 2 }, { limit });
  let alarms = 0;
  const values = 100_000;
  for (let i = 0; i < values; i++) if (chart.add(7 + 2 * (normal() + shift)).alarm) alarms++;
  expect(values / alarms / averageRunLength({ limit, shift })).toBeGreaterThan(0.96);
  expect(values / alarms / averageRunLength({ limit, shift })).toBeLessThan(1.04);
});

test("longestWords() takes the longest word that begins at each place", () => {
  const find = longestWords(new Map(["亏损", "亏", "亏损收窄", "利好"].map((word) => [word, 1])));
  expect(find("亏损收窄，亏损，亏，好利好")).toEqual(["亏损收窄", "亏损", "亏", "利好"]);
  expect([find(""), longestWords(new Set<string>())("利好")]).toEqual([[], []]);
});

test("shockedStream() has news of the shock from its place on only, by its share, and repeats itself", () => {
  const stream = shockedStream(["a", "b"], ["c"], { quiet: 300, shocked: 2000, share: 0.25, seed: 4 });
  expect(stream).toHaveLength(2300);
  expect(stream.slice(0, 300)).not.toContain("c");
  const share = stream.slice(300).filter((item) => item === "c").length / 2000;
  expect(Math.abs(share - 0.25)).toBeLessThan(0.03); // three deviations of a share of 2,000
  expect(new Set(stream.slice(0, 300))).toEqual(new Set(["a", "b"]));
  expect(shockedStream(["a", "b"], ["c"], { quiet: 300, shocked: 2000, share: 0.25, seed: 4 })).toEqual(
    stream,
  );
  expect(shockedStream(["a"], ["c"], { quiet: 1, shocked: 1, share: 1 })).toEqual(["a", "c"]);
  expect(() => shockedStream([], ["c"])).toThrow(/both kinds/);
  expect(() => shockedStream(["a"], ["c"], { share: 1.1 })).toThrow(/share must be from 0 to 1/);
});

test("alarmScores() counts false alarms among quiet watched messages, and the delay from the shock", () => {
  expect(alarmScores([], { warmUp: 10, shockAt: 111 })).toEqual({
    falsePerThousand: 0,
    delay: Number.POSITIVE_INFINITY,
  });
  expect(alarmScores([20, 111, 113], { warmUp: 10, shockAt: 111 })).toEqual({
    falsePerThousand: 10,
    delay: 1,
  });
  expect(() => alarmScores([], { warmUp: 10, shockAt: 11 })).toThrow(/shockAt must be a whole number >= 12/);
});

test("replayed() gives each item at its time, and none before", async () => {
  vi.useFakeTimers();
  try {
    const given: number[] = [];
    const all = (async () => {
      for await (const item of replayed([1, 2, 3], { perSecond: 10 })) given.push(item);
    })();
    await vi.advanceTimersByTimeAsync(99);
    expect(given).toEqual([1]);
    await vi.advanceTimersByTimeAsync(101);
    expect(given).toEqual([1, 2, 3]);
    await all;
    await expect(replayed([1], { perSecond: 0 }).next()).rejects.toThrow(/perSecond must be > 0/);
  } finally {
    vi.useRealTimers();
  }
});

test("monitorStream() says on which side of the band the rolling mean lies, and when the messages of an alert began", async () => {
  const lexicon = new Map([
    ["up", 1],
    ["down", -1],
  ]);
  const item = (i: number, word: string) => ({ id: i, time: `t${i}`, text: word, tokens: [word] });
  const items = [
    ...Array.from({ length: 40 }, (_, i) => item(i, i % 2 ? "up" : "down")),
    ...Array.from({ length: 14 }, (_, i) => item(40 + i, "up")),
  ];
  const watch = async (band?: number): Promise<MonitorEvent[]> => {
    const events: MonitorEvent[] = [];
    const options = { warmUp: 40, window: 4, ...(band !== undefined && { band }) };
    for await (const event of monitorStream(items, lexicon, options)) events.push(event);
    return events;
  };
  const events = await watch(1.9);
  const [low, high] = events[45]?.band ?? [0, 0];
  expect([low + high, high]).toEqual([0, (1.9 * Math.sqrt(40 / 39)) / 2].map((x) => expect.closeTo(x, 12)));
  expect(events.filter(({ outside }) => outside).map(({ place, outside }) => [place, outside])[0]).toEqual([
    43,
    "up",
  ]);
  expect((await watch()).some(({ outside }) => outside)).toBe(false);
  expect(events.find(({ alert }) => alert)?.alert).toMatchObject({ direction: "good", sinceTime: "t40" });
  await expect(watch(0)).rejects.toThrow(/band must be > 0/);
  const silent = async (): Promise<void> => {
    for await (const _ of monitorStream(items, new Map([["none", 1]]), { warmUp: 2 }));
  };
  await expect(silent()).rejects.toThrow(/all 2 have the score 0. Remedy: a larger warmUp/);
});

test("monitorStream() names what an alert rests on, however many messages that is", async () => {
  const lexicon = new Map([
    ["rise", 1],
    ["gain", 1],
    ["fall", -1],
  ]);
  const item = (id: number, text: string) => ({ id, text, tokens: text.split(" ") });
  const usual = Array.from({ length: 40 }, (_, i) => item(i, i % 2 ? "a rise" : "a fall"));
  const long = Array.from({ length: 2000 }, (_, i) => item(40 + i, i < 9 ? `a rise ${i}` : "a gain"));
  const found: MonitorEvent[] = [];
  for await (const event of monitorStream([...usual, ...long], lexicon, { warmUp: 40, limit: 600 }))
    if (event.alert) found.push(event);
  const [{ id, alert } = {}] = found;
  const messages = (id as number) - 39;
  expect(messages).toBeGreaterThan(1200);
  expect(alert).toEqual({
    ...{ direction: "good", since: 40, messages },
    words: [
      { word: "gain", moved: messages - 9 },
      { word: "rise", moved: 9 },
    ],
    texts: ["a rise 0", "a rise 1", "a rise 2"],
  });
});
