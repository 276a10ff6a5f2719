import { host } from "#host";
import type { Lexicon } from "../apply/index.ts";
import { dataset } from "../datasets/index.ts";
import { nearest } from "./nearest.ts";
import { UsageError } from "./usage-error.ts";

/** The data sets that are lexicons. */
const LEXICONS = [
  "written-finance-words",
  "written-chinese-finance-words",
  "finance-words",
  "chinese-finance-words",
] as const;

type LexiconName = (typeof LEXICONS)[number];

/** The lexicon of a data set, or of a file whose lines are `{"word": "…", "label": 1}` or a word and a number. Throws UsageError for another name, and Error for a line that is neither. */
export async function readLexicon(source: string): Promise<Lexicon> {
  if (isName(source)) {
    const { records } = await dataset(source);
    return new Map(records.map(({ word, label }) => [word, label]));
  }
  if (!/[./\\]/.test(source)) {
    const found = nearest(source, [...LEXICONS]);
    throw new UsageError(
      `Cannot read --lexicon as it must be one of ${LEXICONS.join(", ")}, or a file: current value is "${source}". ` +
        `Remedy: ${found === undefined ? "" : `${found}, or `}a path such as ./${source}`,
    );
  }
  const text = utf8Of(source, await host.read(source));
  const lexicon = new Map<string, number>();
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const [word, number] = entryOf(line.trim());
    if (word === "" || !(Math.abs(number) <= 1) || number === 0) {
      throw new Error(
        `Cannot read the lexicon ${source}: line ${i + 1} must have a word and a number from -1 to 1 that is not 0: it is ${JSON.stringify(line.slice(0, 60))}. ` +
          'Remedy: lines such as {"word": "loss", "label": -1}, or: loss -1',
      );
    }
    if (number !== (lexicon.get(word) ?? number)) {
      throw new Error(
        `Cannot read the lexicon ${source}: line ${i + 1} gives "${word}" the number ${number}, and an earlier line ${lexicon.get(word)}. ` +
          "Remedy: one line for each word",
      );
    }
    lexicon.set(word, number);
  }
  if (lexicon.size > 0) return lexicon;
  throw new Error(
    `Cannot read the lexicon ${source} as it must have at least one word: it is empty. Remedy: check the path`,
  );
}

function utf8Of(source: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Error(
      `Cannot read the lexicon ${source} as it must be UTF-8: it has other bytes. Remedy: convert it, for example with iconv`,
    );
  }
}

function isName(source: string): source is LexiconName {
  return (LEXICONS as readonly string[]).includes(source);
}

/** The word of a line and its number; NaN where there is none. */
function entryOf(line: string): readonly [string, number] {
  if (line.startsWith("{")) {
    try {
      const { word, label } = JSON.parse(line) as { word?: unknown; label?: unknown };
      return typeof word === "string" && typeof label === "number" ? [word, label] : ["", Number.NaN];
    } catch {
      return ["", Number.NaN];
    }
  }
  const [, word = "", number = ""] = /^(.*?)\s+(\S+)$/.exec(line) ?? [];
  return [word, number === "" ? Number.NaN : Number(number)];
}
