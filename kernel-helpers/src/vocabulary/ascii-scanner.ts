import type { TokenizerName } from "../tokens/index.ts";

/** Tokens of a piece of text: where each begins among the letters, how long it is, and its hash. */
export interface ScannedTokens {
  readonly letters: Uint8Array;
  /** Three numbers for each token: start, length, hash. */
  readonly marks: Int32Array;
  readonly count: number;
}

/** What a scan finds, in the order of the text. */
export interface Found {
  /** A sentence of ASCII characters; the arrays are used again for the next one. */
  sentence(tokens: ScannedTokens): void;
  /** A piece with other characters, which may be several sentences. */
  other(text: string): void;
}

const [NEWLINE, SPACE, APOSTROPHE] = [10, 32, 39];
const isMark = flags(".!?;");
const isWhite = flags("\t\n\v\f\r ");
/** Code -> the letter of a token, 0 for what is none. */
const letterOf: Readonly<Record<"words" | "whitespace", Uint8Array>> = {
  words: Uint8Array.from({ length: 128 }, (_, code) =>
    /[a-z]/i.test(String.fromCharCode(code)) ? code | SPACE : 0,
  ),
  whitespace: Uint8Array.from({ length: 128 }, (_, code) => (isWhite[code] ? 0 : code)),
};

function flags(characters: string): Uint8Array {
  const found = new Uint8Array(128);
  for (const character of characters) found[character.charCodeAt(0)] = 1;
  return found;
}

/** Whether there is a scanner for this tokenizer. */
export function hasScanner(name: TokenizerName): name is "words" | "whitespace" {
  return name === "words" || name === "whitespace";
}

/**
 * Finds sentences and tokens as `sentencesOf` and the tokenizer "words" or "whitespace" do, in one walk over a text, without a
 * regular expression. A piece up to the next end of a sentence that has characters other than ASCII is handed on as it is.
 */
export function asciiScanner(name: "words" | "whitespace", found: Found): (text: string) => void {
  const table = letterOf[name];
  const joins = name === "words";
  let bytes = new Uint8Array(0); // of the text in UTF-8: reading characters of a text is several times slower
  let size = 0;
  let letters = new Uint8Array(1 << 12);
  let marks = new Int32Array(1 << 12);

  /** Hands on the sentence that begins at `from`; returns where the next one begins. */
  function sentenceFrom(from: number): number {
    const input = bytes; // the loop is twice as fast on variables that only it can change
    const end = size;
    if (letters.length < end - from) letters = new Uint8Array(2 * (end - from));
    const output = letters;
    let count = 0;
    let filled = 0;
    let start = 0;
    let hash = 0;
    let before = 0;
    for (let at = from; at <= end; at++) {
      const code = at < end ? (input[at] as number) : NEWLINE;
      if (code > 127) return otherFrom(from, at);
      let letter = table[code] as number;
      if (code === APOSTROPHE && joins && filled > start && isLetter(at + 1)) letter = code;
      if (letter > 0) {
        output[filled++] = letter;
        hash = Math.imul(hash ^ letter, 0x01000193);
      } else {
        if (filled > start) {
          mark(3 * count, start, filled - start, hash);
          count++;
          start = filled;
          hash = 0;
        }
        if (code === NEWLINE || (isWhite[code] === 1 && isMark[before] === 1)) {
          if (count > 0) found.sentence({ letters, marks, count });
          return at + 1;
        }
      }
      before = code;
    }
    return end;
  }

  function mark(at: number, start: number, length: number, hash: number): void {
    if (at + 3 > marks.length) {
      const more = new Int32Array(2 * marks.length);
      more.set(marks);
      marks = more;
    }
    marks[at] = start;
    marks[at + 1] = length;
    marks[at + 2] = hash;
  }

  function isLetter(at: number): boolean {
    const code = at < size ? (bytes[at] as number) : NEWLINE;
    return code < 128 && (table[code] as number) > 0;
  }

  /** Hands on the piece from `from` on, in which the byte at `other` is not ASCII. */
  function otherFrom(from: number, other: number): number {
    let [at, before] = [other, 0];
    for (; at < size; at++) {
      const code = bytes[at] as number;
      if (code === NEWLINE || (code < 128 && isWhite[code] === 1 && isMark[before] === 1)) break;
      before = code & 127;
      if (code > 127) before = 0;
    }
    found.other(decoder.decode(bytes.subarray(from, at)));
    return at + 1;
  }

  return (text) => {
    if (bytes.length < 3 * text.length) bytes = new Uint8Array(3 * text.length);
    size = encoder.encodeInto(text, bytes).written;
    for (let at = 0; at < size; ) at = sentenceFrom(at);
  };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
