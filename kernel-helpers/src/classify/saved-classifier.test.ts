import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { crc32c, filledTable, seededRandom } from "../base/index.ts";
import { cardText } from "./card-text.ts";
import {
  classifyTexts,
  loadClassifier,
  saveClassifier,
  type TextClassifier,
  textClassifier,
  textNetwork,
} from "./index.ts";

let folder = "";
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "classifier-")), "model");
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true }));

const card = {
  title: "Praise or blame",
  data: "six words",
  licence: "CC0-1.0",
  scores: { "accuracy, test part": 0.5 },
  limits: "anything",
};

function classifier(seed: number): TextClassifier {
  const random = seededRandom(seed);
  const network = textNetwork(
    filledTable(6, 4, () => random() - 0.5),
    { tuning: "low-rank", rank: 2 },
  );
  for (const table of [network.weights, network.bias, network.delta!.left])
    table.data.forEach((_, i, data) => {
      data[i] = random() - 0.5;
    });
  return textClassifier(network, {
    words: ["good", "bad", "film", "the", "a", "it"],
    classes: ["blame", "praise"],
    card,
  });
}

const texts = ["A good film!", "It is bad.", "unknown words", ""];

test("a classifier that was saved says the same after it was loaded", async () => {
  const saved = classifier(1);
  await saveClassifier(folder, saved);
  const loaded = await loadClassifier(folder);
  expect(classifyTexts(loaded, texts)).toEqual(classifyTexts(saved, texts));
  expect(loaded.card).toEqual(card);
  expect(readFileSync(join(folder, "README.md"), "utf8")).toContain("| accuracy, test part | 0.500 |");
  const [first, , unknown, empty] = classifyTexts(loaded, texts);
  expect([first!.known, first!.tokens, unknown!.known, empty!.tokens]).toEqual([3, 3, 0, 0]);
});

test("saving again replaces the classifier, and leaves no file of the old one", async () => {
  await saveClassifier(folder, classifier(1));
  const files = readdirSync(folder);
  await saveClassifier(folder, classifier(2));
  expect(readdirSync(folder)).toHaveLength(files.length);
  expect(classifyTexts(await loadClassifier(folder), texts)).toEqual(classifyTexts(classifier(2), texts));
});

const named = (start: string): string =>
  join(folder, readdirSync(folder).find((name) => name.startsWith(start)) as string);
const config = (change: (text: string) => string): void => {
  const file = join(folder, "model.json");
  writeFileSync(file, change(readFileSync(file, "utf8")));
};

/** Replaces the dense layer by a text, with the right checksum. */
const head = (text: string): void => {
  const bytes = new TextEncoder().encode(text);
  writeFileSync(named("head"), bytes);
  config((model) =>
    model.replace(
      /("file": "head-\w+\.json",\s*"bytes": )\d+(,\s*"sum": )\d+/,
      `$1${bytes.length}$2${crc32c(bytes)}`,
    ),
  );
};

test.each([
  [
    "a damaged vector file",
    () => truncateSync(named("vectors"), 30),
    /vectors-\w+\.bin is damaged: it has 30 bytes of/,
  ],
  ["a file that is gone", () => rmSync(named("head")), /Cannot open .*head-\w+\.json: no such file/],
  [
    "another version",
    () => config((text) => text.replace('"version": 1', '"version": 9')),
    /its version is 9, and this program reads version 1/,
  ],
  ["another kind of file", () => config(() => "{}"), /not that of a text classifier/],
  [
    "the same class twice",
    () => config((text) => text.replace('"praise"', '"blame"')),
    /must have two different classes or more/,
  ],
  ["no card", () => config((text) => text.replace('"title"', '"name"')), /the files and a card/],
  ["a dense layer that is null", () => head("null"), /its weights must be 8 finite numbers/],
  ["a dense layer that is no JSON", () => head("{"), /its weights must be 8 finite numbers/],
  ["no JSON", () => config(() => "{"), /not that of a text classifier/],
  [
    "a class too many",
    () => config((text) => text.replace('"praise"', '"praise", "more"')),
    /its weights must be 12 finite numbers/,
  ],
  [
    "an unknown tokenizer",
    () => config((text) => text.replace('"words"', '"letters"')),
    /tokenizer must be one of/,
  ],
  [
    "a path that leads out",
    () => config((text) => text.replace('"file": "head', '"file": "../head')),
    /which lies elsewhere/,
  ],
])("loadClassifier() refuses %s", async (_, damage, message) => {
  await saveClassifier(folder, classifier(1));
  damage();
  await expect(loadClassifier(folder)).rejects.toThrow(message);
});

test("saveClassifier() writes over no file that a classifier did not write", async () => {
  await saveClassifier(folder, classifier(1));
  rmSync(join(folder, "model.json")); // as after a crash in a first save
  await saveClassifier(folder, classifier(2));
  for (const [file, text] of [
    ["README.md", "# My project\n"],
    ["model.json", '{"format": "mine"}'],
  ] as const) {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    writeFileSync(join(folder, file), text);
    await expect(saveClassifier(folder, classifier(1))).rejects.toThrow(
      `its ${file} is not that of a classifier, and would be lost. Remedy: another folder`,
    );
    expect(readdirSync(folder)).toEqual([file]);
    expect(readFileSync(join(folder, file), "utf8")).toBe(text);
  }
});

test("a card keeps each name on its line and in its cell", () => {
  const text = cardText({ ...card, title: "a\n# b\u001b[31m", scores: { "x|y\nz": 1 } });
  expect(text).toContain("# a # b\\u{1b}[31m\n");
  expect(text).toContain("| x\\|y z | 1.000 |\n");
});

test("textClassifier() refuses names that do not fit", () => {
  const network = textNetwork(filledTable(2, 3, () => 0));
  expect(() => textClassifier(network, { words: ["a", "b"], classes: ["x"], card })).toThrow(
    /each of its 2 classes must have a name: there are 1/,
  );
  expect(() => textClassifier(network, { words: ["a", "b"], classes: ["x", "x"], card })).toThrow(
    /its classes must have different names: "x" occurs twice/,
  );
  expect(() => textClassifier(network, { words: ["a"], classes: ["x", "y"], card })).toThrow(
    /1 words and 2 rows/,
  );
});
