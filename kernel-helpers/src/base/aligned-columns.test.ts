import { expect, test } from "vitest";
import { alignedColumns } from "./aligned-columns.ts";

test("alignedColumns() makes each column as wide as its widest cell, and no line ends with spaces", () => {
  expect(
    alignedColumns([
      ["a", "bb", ""],
      ["ccc", "", ""],
    ]),
  ).toEqual(["a    bb", "ccc"]);
});

test("alignedColumns() counts an emoji as one character, and a missing cell as empty", () => {
  expect(alignedColumns([["😀", "1"], ["ab", "22"], ["c"]], { right: [1] })).toEqual([
    "😀    1",
    "ab  22",
    "c",
  ]);
});

test("alignedColumns() gives Han characters, kana and Hangul two columns, halfwidth kana one, marks none", () => {
  const rows = ["国王", "カナ", "한글", "ﾊﾝｶｸ", "ที่นี่", "กขคง", "abcd"].map((word) => [word, "1"]);
  expect(alignedColumns(rows)).toEqual([
    "国王  1",
    "カナ  1",
    "한글  1",
    "ﾊﾝｶｸ  1",
    "ที่นี่    1", // two letters with two marks each
    "กขคง  1",
    "abcd  1",
  ]);
});

test("alignedColumns() draws the rule below the head over all columns", () => {
  expect(
    alignedColumns(
      [
        ["word", "n"],
        ["of", "100"],
      ],
      { right: [1], rule: true },
    ),
  ).toEqual(["word    n", "────  ───", "of    100"]);
});

test("alignedColumns() returns nothing for no rows", () => {
  expect(alignedColumns([])).toEqual([]);
  expect(alignedColumns([], { rule: true })).toEqual([]);
});
