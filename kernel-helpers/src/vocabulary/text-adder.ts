import { type CorpusPiece, pieceText, sentencesOf } from "../corpus/index.ts";
import { type TokenizerName, tokenizer } from "../tokens/index.ts";
import type { ScannedTokenizer } from "./character-kinds.ts";
import { requireWholeCharacters } from "./require-whole-characters.ts";
import type { WordTable } from "./word-table.ts";

/** Whether there is a scanner for this tokenizer. */
function hasScanner(name: TokenizerName): name is ScannedTokenizer {
  return name === "words" || name === "whitespace";
}

/** The method `addText` of a corpus encoder. */
export function textAdder(table: WordTable): (text: CorpusPiece, name: TokenizerName) => void {
  const adders = new Map<TokenizerName, (text: string) => void>();
  return (piece, name) => {
    if (typeof piece !== "string") requireWholeCharacters(piece);
    const add = adders.get(name) ?? adderFor(name, table);
    adders.set(name, add);
    if (!hasScanner(name)) add(pieceText(piece));
    else table.addText(typeof piece === "string" ? encoder.encode(piece) : piece, name, add);
  };
}

/** Adds a text by the tokenizer itself. */
function adderFor(name: TokenizerName, table: WordTable): (text: string) => void {
  const tokensOf = tokenizer(name);
  return (text) => {
    for (const sentence of sentencesOf(text)) table.add(tokensOf(sentence));
  };
}

const encoder = new TextEncoder();
