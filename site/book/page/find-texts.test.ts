import { expect, test } from "vitest";
import { searchOf } from "./find-texts.ts";

const text = "The softmax turns scores into probabilities. ".repeat(6);
const search = searchOf([
  { page: "a.html", place: "", title: "04 CBOW", heading: "", text: `${text}A gradient says how fast.` },
  {
    page: "b.html",
    place: "gradient",
    title: "05 Skip-Gram",
    heading: "The gradient",
    text: "Link by link.",
  },
]);
const pages = (query: string): string[] => search(query, 9).map(({ page, place }) => `${page}#${place}`);

test("searchOf() puts a heading with the word first", () => {
  expect(pages("gradient")).toEqual(["b.html#gradient", "a.html#"]);
});

test("searchOf() finds words that are unfinished, or have one letter wrong, and wants all of them", () => {
  expect(pages("softm")).toEqual(["a.html#"]);
  expect(pages("gradiant")).toEqual(["b.html#gradient", "a.html#"]);
  expect(pages("softmax link")).toEqual([]);
  expect(pages("lonk")).toEqual([]);
});

test("searchOf() cuts words around the first one that it found, and gives no more than asked", () => {
  expect(search("fast", 9)[0]?.excerpt).toMatch(/^… .*A gradient says how fast\.$/);
  expect(search("softmax", 9)[0]?.excerpt).toMatch(/^The softmax turns .* …$/);
  expect(search("gradient", 1)).toHaveLength(1);
});

test("searchOf() finds words with other accents or none, also behind others in the text", () => {
  const accents = searchOf([
    { page: "c.html", place: "", title: "Names", heading: "", text: "Rényi wrote a naive proof." },
  ]);
  for (const query of ["renyi", "Re\u0301nyi", "na\u00efve"])
    expect(accents(query, 9)[0]?.excerpt).toContain("naive");
});

test.each([
  "x".repeat(100_000),
  "gradient ".repeat(20_000),
  ".*",
  "[a-z",
  "\\",
  "   ",
  "<img src=x>",
  "__proto__",
])("searchOf() answers %j", (query) => {
  expect(search(query, 9).length).toBeLessThan(3);
});
