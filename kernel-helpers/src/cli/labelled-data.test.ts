import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { splitExamples } from "../classify/index.ts";
import { labelledData } from "./labelled-data.ts";
import { requireEveryClass, requireTunable } from "./tune-checks.ts";

let file = "";
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), "labelled-")), "texts.jsonl");
});
afterEach(() => rmSync(join(file, ".."), { recursive: true }));

test("labelledData() reads a byte order mark, CRLF, numbers as labels and groups, and null as no group", async () => {
  writeFileSync(
    file,
    '\ufeff{"text": "a", "label": 2}\r\n\r\n{"text": "b\\ud800", "label": "x", "group": 7}\r\n{"text": "c", "label": "x", "group": null}',
  );
  const { texts, labels, groups, classes } = await labelledData(file, 2);
  expect({ texts, labels, groups, classes }).toEqual({
    texts: ["a", "b\ufffd", "c"],
    labels: [0, 1, 1],
    groups: ["a", "7", "c"],
    classes: ["2", "x"],
  });
});

test.each([
  ['{"text": "a", "label": true}', 'line 1 has no text and no number in its field "label"'],
  ['{"text": "a", "label": 1e999}', 'line 1 has no text and no number in its field "label"'],
  ['{"text": "a", "label": " "}', 'line 1 has only space in its field "label"'],
  [
    '{"text": "a", "label": "x", "group": {"id": 1}}',
    'line 1 has no text and no number in its field "group"',
  ],
  ["[1]", 'line 1 has no text in its field "text"'],
  ["null", 'line 1 has no text in its field "text"'],
  ["text", "line 1 is no JSON"],
  [Uint8Array.of(0x22, 0xe9, 0x22), "as it must be UTF-8: it is not. Remedy: convert it"],
])("labelledData() refuses %j", async (bytes, message) => {
  writeFileSync(file, bytes);
  await expect(labelledData(file, 2)).rejects.toThrow(message);
});

const line = (text: string, label: string): string => `${JSON.stringify({ text, label })}\n`;

test("requireTunable() refuses fewer than three groups and fewer than two labels, before anything is trained", async () => {
  writeFileSync(file, "");
  expect(() => requireTunable("x", { ...empty, classes: [] })).toThrow("there are 0 texts in 0 groups");
  writeFileSync(file, line("a", "x").repeat(9));
  const copies = await labelledData(file, 2);
  expect(() => requireTunable("x", copies)).toThrow("there are 9 texts in 1 group. Remedy: more texts");
  writeFileSync(file, line("a", "x") + line("b", "x") + line("c", "x"));
  const one = await labelledData(file, 2);
  expect(() => requireTunable("x", one)).toThrow('must have two labels or more: all have "x"');
});

const empty = { texts: [], labels: [], groups: [], tokenizer: "words", licence: "" } as const;

test("requireEveryClass() names a label that the training part lacks", async () => {
  const lines = Array.from({ length: 20 }, (_, i) => line(`text ${i}`, i % 2 === 0 ? "good" : "bad"));
  writeFileSync(file, lines.join(""));
  const all = await labelledData(file, 2);
  const split = splitExamples(20);
  expect(() => requireEveryClass("x", all, split)).not.toThrow();
  const { train } = split;
  const lost = { ...split, train: { ...train, examples: train.examples.filter((i) => i % 2 === 0) } };
  expect(() => requireEveryClass("x", all, lost)).toThrow(
    'it has none of "bad", of which there are 10 texts. Remedy',
  );
});
