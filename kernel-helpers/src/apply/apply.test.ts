import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableFromRows } from "../base/index.ts";
import { buildVocabulary } from "../vocabulary/index.ts";
import {
  baselineOf,
  bm25Ranker,
  chooseThreshold,
  cusumChart,
  fallbackErrors,
  lexiconScore,
  type MonitorEvent,
  meanReciprocalRank,
  mixedRanker,
  monitorStream,
  rankedDocuments,
  rankOf,
  recallAt,
  type StreamItem,
  type TextRanker,
  tfIdfRanker,
  vectorRanker,
  widenLexicon,
} from "./index.ts";

const golden = JSON.parse(readFileSync(new URL("../../golden/retrieval.json", import.meta.url), "utf8"));
const documents: string[][] = golden.documents.map((text: string) => text.split(" "));

test.each([
  ["tfIdfRanker()", tfIdfRanker(documents), "tfIdf"],
  ["bm25Ranker()", bm25Ranker(documents, { k1: 1.5, b: 0.6 }), "bm25"],
])("%s scores as another program does", (_, ranker, name) => {
  golden.queries.forEach((query: string, q: number) => {
    const scores = ranker.scores(query.split(" "));
    scores.forEach((score, i) => {
      expect(score).toBeCloseTo(golden[name][q][i], 9);
    });
  });
});

test("bm25Ranker() with k1 = 0 asks only whether a word occurs", () => {
  const scores = bm25Ranker([["a", "a", "a", "b"], ["a"], ["c"]], { k1: 0 }).scores(["a"]);
  expect(scores[0]).toBeCloseTo(Math.log(1 + 1.5 / 2.5), 12);
  expect(scores[1]).toBeCloseTo(scores[0]!, 12);
  expect(scores[2]).toBe(0);
});

test("rankers give 0 to a query of unknown words", () => {
  const vocabulary = buildVocabulary(["a", "b"], { minCount: 1 });
  const vectors = vectorRanker(
    [["a"], ["b"]],
    vocabulary,
    tableFromRows([
      [1, 0],
      [0, 1],
    ]),
  );
  for (const ranker of [tfIdfRanker([["a"], ["b"]]), bm25Ranker([["a"], ["b"]]), vectors]) {
    expect([...ranker.scores(["zz"])]).toEqual([0, 0]);
    expect([...ranker.scores([])]).toEqual([0, 0]);
  }
});

test("vectorRanker() is the cosine of mean vectors, with weights if there are", () => {
  const vocabulary = buildVocabulary(["a", "a", "b"], { minCount: 1 });
  const table = tableFromRows([
    [1, 0],
    [0, 1],
  ]);
  const plain = vectorRanker([["a"], ["a", "b"]], vocabulary, table).scores(["a"]);
  expect(plain[1]).toBeCloseTo(Math.SQRT1_2, 12);
  const weighted = vectorRanker([["a", "b"]], vocabulary, table, { weights: [0, 1] }).scores(["b"]);
  expect(weighted[0]).toBeCloseTo(1, 12);
});

test("mixedRanker() brings scores to one unit, and ignores a ranker that says nothing", () => {
  const fixed = (...scores: number[]): TextRanker => ({
    documents: scores.length,
    scores: () => Float64Array.from(scores),
  });
  const mixed = mixedRanker([fixed(1, 2, 3), fixed(3000, 1000, 2000), fixed(5, 5, 5)], [1, 1, 9]).scores([]);
  expect(mixed.map((x) => Math.round(1e9 * x) / 1e9)).toEqual(Float64Array.of(0, -1.224744871, 1.224744871));
  expect(() => mixedRanker([fixed(1), fixed(1, 2)], [1, 1])).toThrow(/one has 1 and another 2/);
  expect(() => mixedRanker([fixed(1)], [])).toThrow(/1 rankers and 0 weights/);
});

test("rankOf() agrees with rankedDocuments(), ties included", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1 }), (list) => {
      const scores = Float64Array.from(list);
      rankedDocuments(scores).forEach((document, at) => {
        expect(rankOf(scores, document)).toBe(at + 1);
      });
    }),
  );
});

test("recallAt() and meanReciprocalRank() of perfect and hopeless ranks", () => {
  expect([recallAt([1, 1], 1), meanReciprocalRank([1, 1]), recallAt([9], 5)]).toEqual([1, 1, 0]);
});

const scoreLists = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 30 });

test("chooseThreshold() keeps the allowed share, and no lower threshold would", () => {
  fc.assert(
    fc.property(scoreLists, scoreLists, fc.integer({ min: 0, max: 9 }), (known, foreign, tenths) => {
      const allowed = tenths / 10;
      const threshold = chooseThreshold(known, foreign, { falseAnswers: allowed });
      if (Number.isFinite(threshold)) {
        expect(fallbackErrors(known, foreign, threshold).falseAnswers).toBeLessThanOrEqual(allowed);
      }
      for (const lower of [...known, ...foreign].filter((score) => score < threshold)) {
        expect(fallbackErrors(known, foreign, lower).falseAnswers).toBeGreaterThan(allowed);
      }
    }),
  );
});

describe("the lexicon", () => {
  const seeds = new Map([
    ["gain", 1],
    ["loss", -1],
  ]);
  const vocabulary = buildVocabulary(
    ["gain", "loss", "rise", "fall", "chair", "rare"].flatMap((w, i) =>
      Array<string>(i === 5 ? 1 : 30).fill(w),
    ),
    { minCount: 1 },
  );
  const vectors: Record<string, number[]> = {
    gain: [1, 0.1],
    loss: [-1, 0.1],
    rise: [2, 0],
    fall: [-3, 0.5],
    chair: [0, 1],
    rare: [1, 0],
  };
  const table = tableFromRows(vocabulary.words.map((word) => vectors[word]!));

  test("widenLexicon() takes the neighbours of one side, not what lies between, nor rare words", () => {
    expect(widenLexicon(seeds, vocabulary, table)).toEqual(
      new Map([
        ["gain", 1],
        ["loss", -1],
        ["rise", 1],
        ["fall", -1],
      ]),
    );
    expect(() => widenLexicon(new Map([["gain", 1]]), vocabulary, table)).toThrow(/1 and 0 do/);
  });

  test("widenLexicon() with grades gives an added word its difference of mean cosines, over all seeds if so many are asked for", () => {
    const more = new Map([...seeds, ["fall", -1]]);
    const wide = widenLexicon(more, vocabulary, table, { nearest: 9, graded: true, margin: 0.5 });
    const cosine = (a: string, b: string): number => {
      const [x, y] = [vectors[a]!, vectors[b]!];
      return (x[0]! * y[0]! + x[1]! * y[1]!) / Math.hypot(...x) / Math.hypot(...y);
    };
    const bad = (cosine("rise", "loss") + cosine("rise", "fall")) / 2;
    expect([...wide.keys()]).toEqual([...more.keys(), "rise"]);
    expect(wide.get("rise")).toBeCloseTo(cosine("rise", "gain") - bad, 12);
    expect(wide.get("loss")).toBe(-1);
  });

  test("lexiconScore() is the mean over the words that it knows", () => {
    expect(lexiconScore(["gain", "loss", "loss", "x"], seeds)).toEqual({ score: -1 / 3, found: 3 });
    expect(lexiconScore([], seeds)).toEqual({ score: 0, found: 0 });
  });
});

describe("the CUSUM chart", () => {
  test("sums what exceeds the slack, and starts again after an alarm", () => {
    const chart = cusumChart({ mean: 10, deviation: 2 }, { slack: 0.5, limit: 3 });
    const states = [14, 14, 14, 10, 6].map((value) => chart.add(value));
    expect(states[0]).toEqual({ up: 1.5, down: 0 });
    expect(states[1]).toEqual({ up: 3, down: 0 }); // 3 is not above the limit
    expect(states[2]).toEqual({ up: 4.5, down: 0, alarm: "up" });
    expect(states[3]).toEqual({ up: 0, down: 0 });
    expect(states[4]).toEqual({ up: 0, down: 1.5 });
  });

  test("refuses what it cannot watch", () => {
    expect(() => baselineOf([3, 3])).toThrow(/deviation is 0/);
    expect(() => baselineOf([3])).toThrow(/there are 1/);
    expect(() => cusumChart({ mean: 0, deviation: 1 }).add(Number.NaN)).toThrow(/one is NaN/);
    expect(() => cusumChart({ mean: 0, deviation: 0 })).toThrow(/deviation must be > 0/);
  });
});

test("monitorStream() alerts after a shift, with the words and texts that moved it, and not before", async () => {
  const lexicon = new Map([
    ["up", 1],
    ["down", -1],
  ]);
  const item = (id: number, text: string): StreamItem => ({ id, text, tokens: text.split(" ") });
  const quiet = Array.from({ length: 60 }, (_, i) => item(i, i % 2 ? "shares up" : "shares down"));
  const shock = Array.from({ length: 12 }, (_, i) => item(60 + i, `mill ${i} down down`));
  const events: MonitorEvent[] = [];
  for await (const event of monitorStream([...quiet, ...shock], lexicon, { warmUp: 40, window: 10 }))
    events.push(event);
  expect(events).toHaveLength(72);
  expect(events[39]!.band).toBeUndefined();
  const alerts = events.filter(({ alert }) => alert);
  const [first] = alerts;
  expect(first!.place).toBeGreaterThan(60);
  expect(first!.place).toBeLessThan(75);
  expect(first!.alert).toMatchObject({ direction: "bad", words: [{ word: "down" }] });
  expect(first!.alert!.texts[0]).toMatch(/down/);
  expect(events.at(-1)!.rolling).toBe(-1);
});
