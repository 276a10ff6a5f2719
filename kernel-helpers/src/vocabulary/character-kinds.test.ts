import { expect, test } from "vitest";
import { sentencesOf } from "../corpus/index.ts";
import { tokenizer } from "../tokens/index.ts";
import { characterKind } from "./character-kinds.ts";

const names = ["words", "whitespace"] as const;
const all = Array.from({ length: 0x10000 }, (_, code) => code);
/** Of Chinese characters and syllables of Hangul, which are alike, one in a hundred. */
const codes = all.filter((code) => code < 0x3400 || code > 0xd7a3 || code % 100 === 0);
const [OTHER, SEPARATOR, WHITE, LETTER, JOINER] = [1, 2, 3, 4, 5];
const kindOf = (name: (typeof names)[number], code: number): number => characterKind(name, code) >> 24;
const inToken = (name: (typeof names)[number], code: number): string =>
  String.fromCharCode(characterKind(name, code) & 0xffff);

test.each(names)("no character that composes with one before it is left to the scanner for %s", (name) => {
  let found = 0;
  const later = new Set<string>();
  for (const code of all) {
    const parts = [...String.fromCharCode(code).normalize("NFD")];
    for (const part of parts.slice(1)) later.add(part);
    if (parts.length > 1) found++;
  }
  expect(found).toBeGreaterThan(10_000); // most of them syllables of Hangul
  for (const part of later) expect(kindOf(name, part.charCodeAt(0))).toBe(OTHER);
});

test.each(names)("each character between two letters gives the tokens of %s", (name) => {
  const tokensOf = tokenizer(name);
  for (const code of codes) {
    const kind = kindOf(name, code);
    if (kind === OTHER) continue;
    const text = `a${String.fromCharCode(code)}b`;
    const tokens = [...sentencesOf(text)].flatMap(tokensOf);
    const isInside = kind === LETTER || kind === JOINER;
    const wanted = isInside ? [`a${inToken(name, code)}b`] : ["a", "b"];
    if (tokens.join(" ") !== wanted.join(" ")) expect([code, ...tokens]).toEqual([code, ...wanted]);
  }
});

test.each(names)("only white space ends a sentence of %s, and only behind a mark of ASCII", (name) => {
  for (const code of codes) {
    const kind = kindOf(name, code);
    if (kind === OTHER) continue;
    const character = String.fromCharCode(code);
    const ends = [...sentencesOf(`a.${character}b`)].length > 1;
    if (ends !== (kind === WHITE)) expect([code, ends]).toEqual([code, kind === WHITE]);
    if (code !== 10 && [...sentencesOf(`a${character}b`)].length > 1) expect(code).toBe(10);
    if ([...sentencesOf(`a${character} b`)].length > 1) expect("\n.!?;").toContain(character);
  }
});

test("characterKind() knows joiners, and leaves to others what its neighbours change", () => {
  const kinds = (text: string): number[] => [...text].map((char) => kindOf("words", char.charCodeAt(0)));
  expect(kinds("aÉ'’ 3–")).toEqual([LETTER, LETTER, JOINER, JOINER, WHITE, SEPARATOR, SEPARATOR]);
  expect(kinds("Σİ\u0301\u200d。।Ⱥ")).toEqual(Array(7).fill(OTHER));
  expect(inToken("words", "É".charCodeAt(0))).toBe("é");
  expect(inToken("words", "’".charCodeAt(0))).toBe("'");
  expect(inToken("whitespace", "’".charCodeAt(0))).toBe("’");
});
