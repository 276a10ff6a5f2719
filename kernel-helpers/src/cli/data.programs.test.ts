import { beforeAll, expect, test } from "vitest";
import { buildForTests, w2v } from "./w2v.suite.ts";

beforeAll(buildForTests, 300_000);

test("w2v data list names every data set with its size, state and licence", async () => {
  const { code, stdout, stderr } = await w2v(["data", "list"]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^sotu +1,794,884 words +10\.8 MB +here +CC0-1\.0$/m);
  expect(stdout).toMatch(/^written-reviews +1,600 records +0\.2 MB +here +CC0-1\.0$/m);
  expect(stdout).toMatch(/^film-snippets +[\d,]+ records +[\d.]+ MB +(?:here|not fetched) +/m);
});

test("w2v data get says that a data set that ships is here", async () => {
  const { code, stdout } = await w2v(["data", "get", "written-reviews", "toy"]);
  expect([code, stdout]).toEqual([
    0,
    "written-reviews: it was here already, datasets/written-reviews/reviews.jsonl\ntoy: it was here already, datasets/toy/toy.txt\n",
  ]);
});

test.each([
  [
    ["data"],
    2,
    "one of list, get NAME and remove NAME is needed, but nothing was given. Remedy: w2v data list",
  ],
  [["data", "fetch", "toy"], 2, 'is needed, but "fetch" and "toy" were given'],
  [["data", "get"], 2, 'is needed, but "get" was given'],
  [["data", "remove", "toy"], 2, 'Cannot remove the data set "toy" as it is a part of the course'],
  [["data", "get", "toy", "tou"], 1, 'Cannot open the data set "tou" as its name must be one of sotu, toy, '],
] as const)("w2v %j is refused", async (words, code, message) => {
  const ended = await w2v(words);
  expect(ended.stderr).toContain(message);
  expect([ended.code, ended.stdout]).toEqual([code, ""]);
});

test("w2v train reads a data set of records as JSONL, and names its texts' field", async () => {
  const { stderr } = await w2v(["train", "--corpus", "debian-faq", "--out", "build/never.vec"]);
  expect(stderr).toContain('Cannot read the corpus debian-faq: line 1 has no text in its field "text"');
});
