import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildForTests, type Ended, w2v } from "./w2v.suite.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "w2v-monitor-"));
  buildForTests();
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Forty quiet messages, then twenty of a crash. */
const quiet = Array.from({ length: 40 }, (_, i) => (i % 2 ? "Mill reports growth" : "Shares fell at noon"));
const crash = Array.from({ length: 20 }, (_, i) => `Bank ${i} faces bankruptcy after a loss`);
const options = ["--warm-up", "30", "--window", "10"];

function fileOf(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

function alertsIn({ stdout }: Ended): Record<string, unknown>[] {
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

test("w2v monitor prints alerts as JSON lines, with the words and texts that moved them", async () => {
  const ended = await w2v(["monitor", fileOf("news.txt", [...quiet, ...crash]), ...options]);
  const lines = alertsIn(ended);
  const alert = lines.find(({ kind }) => kind === "alert");
  expect(alert).toMatchObject({
    direction: "bad",
    words: expect.arrayContaining([{ word: "loss", moved: expect.any(Number) }]),
  });
  expect(alert?.line).toBeGreaterThan(41);
  expect(alert?.line).toBeLessThan(56);
  expect((alert as { texts: string[] }).texts[0]).toMatch(/^Bank \d+ faces bankruptcy/);
  expect(lines.find(({ kind }) => kind === "band")).toMatchObject({
    direction: "bad",
    band: [expect.any(Number), expect.any(Number)],
  });
  expect(ended.stderr).toMatch(
    /^lexicon: written-finance-words, 112 words; tokens: words\ndone: \d alerts? in 60 messages, [\d.]+ s\n$/,
  );
  expect(ended.code).toBe(0);
});

test("w2v monitor names each bad line with its remedy, keeps it in a file, loses nothing else, and exits with 1", async () => {
  const good = (text: string, i: number): string =>
    JSON.stringify({ time: new Date(Date.UTC(2026, 10, 30, 9, i)).toISOString(), text });
  const lines = [...quiet, ...crash].map(good);
  const bad = [
    '{"text": "cut off',
    '{"headline": "named otherwise"}',
    '{"text": "x", "time": "noon"}',
    "[1]",
  ];
  const path = fileOf("mixed.jsonl", [...lines.slice(0, 5), ...bad, "", ...lines.slice(5)]);
  const rejects = join(folder, "rejects.txt");
  const ended = await w2v(["monitor", path, ...options, "--rejects", rejects]);
  expect(ended.stderr).toContain(
    'line 6 is left out: it is not a JSON object: {"text": "cut off. Remedy: lines such as {"text": "…"}\n',
  );
  expect(ended.stderr).toContain(
    'line 7 is left out: it has no text in its field "text". Remedy: name the field by --field; this line has texts in headline\n',
  );
  expect(ended.stderr).toContain('line 8 is left out: its time is "noon". Remedy: a time such as');
  expect(ended.stderr).toMatch(/done: \d+ alerts? in 60 messages, .*; 4 lines left out: 6, 7, 8, 9\n$/);
  expect(readFileSync(rejects, "utf8")).toBe(`${bad.join("\n")}\n`);
  const alert = alertsIn(ended).find(({ kind }) => kind === "alert");
  expect(alert?.time).toBe(new Date(Date.UTC(2026, 10, 30, 9, (alert?.line as number) - 6)).toISOString());
  expect(alert?.since).toMatchObject({
    line: expect.any(Number),
    time: expect.stringMatching(/^2026-11-30T09/),
  });
  expect(ended.code).toBe(1);
});

test("w2v monitor follows standard input as it comes, and Ctrl-C ends it with a summary", async () => {
  const ended = await w2v(["monitor", "-", ...options], (child) => {
    child.stdin?.write(`${[...quiet, ...crash].join("\n")}\n`); // and no end
    child.stdout?.once("data", () => child.kill("SIGINT"));
  });
  expect(alertsIn(ended).length).toBeGreaterThan(0);
  expect(ended.stderr).toMatch(/\nstopped: \d+ alerts? in \d+ messages, [\d.]+ s\n$/);
  expect(ended.code).toBe(130);
});

test("w2v monitor ends when nobody reads its alerts any more", async () => {
  const { code } = await w2v(["monitor", "-", ...options], (child) => {
    const more = (): void => {
      child.stdin?.write(`${[...quiet, ...crash, ...crash].join("\n")}\n`);
    };
    child.stdin?.on("error", () => {});
    more();
    child.stdout?.once("data", () => {
      child.stdout?.destroy();
      const timer = setInterval(more, 20);
      child.once("exit", () => clearInterval(timer));
    });
  });
  expect(code).toBe(1);
});

test("w2v monitor reads Chinese by the longest words of its lexicon, and a lexicon of the user's", async () => {
  const chinese = [
    ...Array.from({ length: 30 }, (_, i) => (i % 2 ? "公司获得增持" : "公司遭到减持")),
    ...Array.from({ length: 15 }, () => "银行亏损，股票跌停"),
  ];
  const path = fileOf("zh.txt", chinese);
  const ended = await w2v(["monitor", path, "--warm-up", "20", "--window", "5"]);
  expect(ended.stderr).toContain("lexicon: written-chinese-finance-words, 102 words; tokens: longest\n");
  expect(alertsIn(ended).find(({ kind }) => kind === "alert")).toMatchObject({ direction: "bad" });
  const words = fileOf("words.txt", ["公司 1", '{"word": "银行", "label": -0.5}']);
  const own = await w2v(["monitor", path, "--warm-up", "20", "--lexicon", words]);
  expect(own.stderr).toContain(
    "Cannot watch the stream as its first messages must have different scores: all 20 have the score 1",
  );
  expect(own.stderr).toContain("Remedy: a larger --warm-up, or a lexicon that has words of these messages\n");
  expect(own.code).toBe(1);
});

describe("w2v monitor refuses", () => {
  test.each([
    [["monitor"], 2, "one FILE, or - for standard input, is needed, but nothing was given"],
    [["monitor", "a", "b"], 2, 'is needed, but "a" and "b" were given'],
    [["monitor", "-", "--limit", "0"], 2, "Cannot read --limit as it must be > 0: current value is 0"],
    [["monitor", "-", "--warm-up", "1"], 2, "--warm-up as it must be a whole number >= 2"],
    [["monitor", "-", "--slack", "-1"], 2, "--slack as it must be >= 0"],
    [
      ["monitor", "-", "--lexicon", "finance-word"],
      2,
      "Remedy: finance-words, or a path such as ./finance-word",
    ],
    [["monitor", "./none.txt"], 1, "Cannot open ./none.txt: no such file"],
    [["monitor", "-", "--lexicon", "./none.txt"], 1, "none.txt: no such file"],
  ] as const)("%j", async (words, code, message) => {
    const ended = await w2v(words, (child) => child.stdin?.end());
    expect(ended.stderr).toContain(message);
    expect([ended.code, ended.stdout]).toEqual([code, ""]);
  });

  test("a lexicon with a line that is none, and compressed input", async () => {
    const words = fileOf("broken.txt", ["loss -1", "gain"]);
    const broken = await w2v(["monitor", "-", "--lexicon", words], (child) => child.stdin?.end());
    expect(broken.stderr).toMatch(
      /line 2 must have a word and a number from -1 to 1 that is not 0: it is "gain"/,
    );
    const packed = await w2v(["monitor", "-"], (child) => child.stdin?.end(Buffer.from([0x1f, 0x8b, 8])));
    expect(packed.stderr).toContain("it is compressed. Remedy: gunzip -c FILE | w2v monitor -");
    expect([broken.code, packed.code]).toEqual([1, 1]);
  });
});

test("w2v monitor leaves out a line that is not UTF-8, and says when there was nothing to watch", async () => {
  const path = join(folder, "latin.txt");
  writeFileSync(
    path,
    Buffer.concat([
      Buffer.from("\ufeffShares fell\n"),
      Buffer.from([0x63, 0xe9, 10]),
      Buffer.from("Profit rose"),
    ]),
  );
  const ended = await w2v(["monitor", path]);
  expect(ended.stderr).toContain(
    "line 2 is left out: it is not UTF-8. Remedy: convert it, for example with iconv\n",
  );
  expect(ended.stderr).toMatch(
    /in 2 messages, .*\nnothing was watched, as the first 100 messages tell what is usual. Remedy: a smaller --warm-up\n$/,
  );
  const empty = await w2v(["monitor", fileOf("empty.txt", [""])]);
  expect([empty.code, empty.stdout]).toEqual([0, ""]);
  expect(empty.stderr).toMatch(/^done: 0 alerts in 0 messages/);
});
