import { describe, expect, test } from "vitest";
import { findTerms } from "./find-terms.ts";
import { glossary } from "./glossary.ts";
import { glossaryTerms } from "./glossary-terms.ts";

const textOf = (word?: string): string => String(glossary(word).mimeBundle["text/plain"]);
const htmlOf = (word?: string): string => String(glossary(word).mimeBundle["text/html"]);
const found = (word: string): string[] => findTerms(word, glossaryTerms).map(({ term }) => term);

describe("glossary()", () => {
  test("explains a term: symbols, meaning, formula and lessons, as text and as a table", () => {
    const lines = textOf("softmax").split("\n");
    expect(lines.map((line) => line.trim().split(/\s{2,}/)[0])).toEqual([
      "softmax",
      "symbols",
      "meaning",
      "formula",
      "lessons",
    ]);
    expect(lines[3]).toContain("ŷ_j = e^(z_j) / Σ_k e^(z_k)");
    expect(lines[4]).toMatch(/ 03, 04, 05/);
    const html = htmlOf("softmax");
    expect(html).toContain("<code>ŷ_j = e^(z_j) / Σ_k e^(z_k)</code>");
    expect(html.match(/<th scope="row"/g)).toHaveLength(4);
  });

  test("leaves out what an entry does not have, and escapes HTML", () => {
    expect(textOf("backend")).not.toMatch(/symbols|formula/);
    expect(htmlOf("analogy")).toContain("&quot;man is to king");
  });

  test("without a word lists all terms in alphabetical order", () => {
    const [, head, ...rows] = textOf().split("\n");
    expect(head).toMatch(/^term +symbols +from lesson$/);
    const terms = rows.map((row) => row.split(/\s{2,}/)[0] ?? "");
    expect(terms).toHaveLength(glossaryTerms.length);
    expect(terms).toEqual([...terms].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    expect(htmlOf().match(/<tr>/g)).toHaveLength(1 + glossaryTerms.length);
  });

  test.each([
    ["sofmax", "Similar: softmax. "],
    ["hierarchical sofmax", "Similar: hierarchical softmax. "],
    ["xyzzy", "glossary. Remedy"],
    ["", 'Cannot explain ""'],
  ])("says of %o which terms are spelled like it, and how to list all", (word, part) => {
    const asked = (): unknown => glossary(word);
    expect(asked).toThrow(RangeError);
    expect(asked).toThrow(part);
    expect(asked).toThrow("Remedy: another word; glossary() lists all");
  });
});

describe("findTerms()", () => {
  test.each([
    ["SOFTMAX", "softmax"],
    ["  cross-entropy ", "cross-entropy"],
    ["singular  values", "singular value decomposition"],
    ["losses", "loss"],
    ["windows", "window"],
    ["vocabularies", "vocabulary"],
    ["analogies", "analogy"],
    ["branches", "branch"],
    ["leaf", "leaf"],
    ["Bayes", "Bayes' rule"],
    ["alpha", "learning rate"],
    ["y\u0302", "softmax"], // two characters, which NFC makes one
    ["nce", "noise-contrastive estimation"],
    ["ppmi", "PPMI"],
  ])("finds %o", (word, term) => {
    expect(found(word)).toEqual([term]);
  });

  test("tells K from k and v from V, and gives every entry of a symbol that several have", () => {
    expect(found("V")).toEqual(["vocabulary"]);
    expect(found("v")).toEqual(["input vector", "word vector"]);
    expect(found("K")).toEqual(["noise word"]);
    expect(found("k")).toContain("rank");
    expect(found("σ")).toEqual(["sigmoid", "singular value decomposition"]);
    expect(found("α")).toEqual(["learning rate", "smoothing"]);
    expect(found("Ε")).toEqual(["central difference"]); // a capital epsilon, which no entry has
  });

  test("finds each entry by each of its names and symbols", () => {
    for (const entry of glossaryTerms) {
      for (const name of [entry.term, ...entry.forms, ...entry.symbols]) {
        expect(found(name)).toContain(entry.term);
      }
    }
  });
});
