import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../../setup/paths.mjs";
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

  test.each([
    [
      "utf-16.txt",
      Buffer.from("\ufeffloss\nloss", "utf16le"),
      "it is UTF-16. Remedy: iconv -f UTF-16 -t UTF-8",
    ],
    [
      "array.json",
      Buffer.from('[\n{"text": "a"}]'),
      "it is one JSON array, not a line for each message. Remedy: jq",
    ],
  ])("a stream that has no line for each message: %s", async (_, bytes, message) => {
    const ended = await w2v(["monitor", "-"], (child) => child.stdin?.end(bytes));
    expect(ended.stderr).toContain(message);
    expect(ended.code).toBe(1);
  });

  test.each([
    [Buffer.from("loss -1\nloss 1"), 'line 2 gives "loss" the number 1, and an earlier line -1'],
    [Buffer.from("p\u00e9nurie -1", "latin1"), "as it must be UTF-8: it has other bytes"],
  ])("a lexicon that contradicts itself or is not UTF-8: %s", async (bytes, message) => {
    const path = join(folder, "contrary.txt");
    writeFileSync(path, bytes);
    const ended = await w2v(["monitor", "-", "--lexicon", path], (child) => child.stdin?.end());
    expect(ended.stderr).toContain(message);
    expect(ended.code).toBe(1);
  });
});

test.runIf(existsSync("/dev/full"))("w2v monitor says that its alerts could not be written", () => {
  const program = join(projectRoot, "kernel-helpers/bin/w2v.js");
  const path = fileOf("full.txt", [...quiet, ...crash]);
  const words = ["-c", '"$0" "$@" > /dev/full', process.execPath, program, "monitor", path, ...options];
  const { status, stderr } = spawnSync("sh", words, { encoding: "utf8" });
  expect(stderr).toContain("the alerts could not be written: the disk is full. Remedy: free some space");
  expect(status).toBe(1);
});

test("w2v monitor tells of words of the lexicon that its tokenizer cannot give", async () => {
  const words = fileOf("capitals.txt", ["Loss -1", "net gain 1", "fell -1e-1"]);
  const { stderr } = await w2v(["monitor", fileOf("one.txt", ["Mill reports a loss"]), "--lexicon", words]);
  expect(stderr).toContain(
    '2 of 3 words of the lexicon are hardly ever found, as the tokenizer writes or divides them otherwise: "Loss", "net gain". Remedy: ',
  );
});

test("w2v monitor leaves out JSON among texts, a NUL character, and milliseconds for seconds", async () => {
  const texts = await w2v([
    "monitor",
    fileOf("among.txt", ["Mill opens", '{"text": "a loss"}', "{brackets}", "net\0loss"]),
  ]);
  expect(texts.stderr).toContain(
    "line 2 is left out: it is a JSON object, but the first line was a text. Remedy: ",
  );
  expect(texts.stderr).toContain("line 4 is left out: it has a NUL character, as in UTF-16. Remedy: ");
  expect(texts.stderr).toMatch(/in 2 messages, .*; 2 lines left out: 2, 4\n/);
  const timed = [1_764_493_200, 1_764_493_200_000].map((time) => JSON.stringify({ text: "a", time }));
  const { stderr } = await w2v(["monitor", fileOf("milliseconds.jsonl", timed)]);
  expect(stderr).toContain("line 2 is left out: its time is 1764493200000. Remedy: a time such as");
  expect(stderr).toMatch(/in 1 message, .*; 1 line left out: 2\n/);
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
  expect(empty.stderr).toMatch(
    /^done: 0 alerts in 0 messages, .*\nnothing was watched, as no message came\n$/,
  );
});
