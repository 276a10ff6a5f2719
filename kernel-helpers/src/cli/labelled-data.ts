import { host } from "#host";
import { type DatasetName, dataset, labelledTexts } from "../datasets/index.ts";
import type { TokenizerName } from "../tokens/index.ts";
import { UsageError } from "./usage-error.ts";
import { utf8Text } from "./utf8-text.ts";

/** Texts with classes, for `w2v tune`. */
export interface LabelledData {
  readonly texts: readonly string[];
  /** Class of each text, 0 to K - 1. */
  readonly labels: readonly number[];
  /** What must stay together in one part. */
  readonly groups: readonly string[];
  /** Names of the K classes. */
  readonly classes: readonly string[];
  /** How its texts become tokens, unless the user says otherwise. */
  readonly tokenizer: TokenizerName;
  /** Licence of the texts. */
  readonly licence: string;
}

/** The data sets that have an opinion with each text. */
const NAMES = [
  "film-snippets",
  "shop-snippets",
  "editorial-snippets",
  "chinese-reviews",
  "written-reviews",
  "written-chinese-reviews",
  "headlines",
  "chinese-headlines",
] as const satisfies readonly DatasetName[];

/** Throws UsageError unless `source` is the name of such a data set or ends in .jsonl: call it before long work. */
export function requireLabelled(source: string): void {
  if (source.endsWith(".jsonl") || (NAMES as readonly string[]).includes(source)) return;
  throw new UsageError(
    `Cannot tune: --data must be a file that ends in .jsonl, or one of ${NAMES.join(", ")}: current value is "${source}"`,
  );
}

/**
 * The texts of a data set by its name, or of a file of JSON lines with a text and a label each. Throws UsageError for another name, and RangeError for a line that has
 * no text or label, and Error for a file that is not UTF-8.
 */
export async function labelledData(source: string, classes: 2 | 3): Promise<LabelledData> {
  requireLabelled(source);
  if (source.endsWith(".jsonl")) return fromLines(source, utf8Text(source, await host.read(source)));
  const { licence, records } = await dataset(source as "headlines");
  return {
    ...labelledTexts({ records }, { classes }),
    classes: classes === 2 ? ["blame", "praise"] : ["blame", "neither", "praise"],
    tokenizer: source.includes("chinese") ? "chinese" : "words",
    licence,
  };
}

interface Line {
  readonly text: string;
  readonly label: string;
  readonly group: string;
}

function fromLines(path: string, text: string): LabelledData {
  const lines = text
    .split("\n")
    .map((line, i) => ({ line, number: i + 1 }))
    .filter(({ line }) => line.trim() !== "")
    .map(({ line, number }) => lineOf(path, line, number));
  const classes = [...new Set(lines.map(({ label }) => label))].sort();
  return {
    texts: lines.map((line) => line.text),
    labels: lines.map(({ label }) => classes.indexOf(label)),
    groups: lines.map(({ group }) => group),
    classes,
    tokenizer: "words",
    licence: `that of ${path}, which its owner knows`,
  };
}

function lineOf(path: string, line: string, number: number): Line {
  const refused = (why: string): RangeError =>
    new RangeError(
      `Cannot read ${path}: line ${number} ${why}. Remedy: lines such as {"text": "It works.", "label": "praise"}`,
    );
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    throw refused("is no JSON");
  }
  const { text, label, group } = (record ?? {}) as Record<string, unknown>;
  if (typeof text !== "string") throw refused('has no text in its field "text"');
  const [labelName, groupName] = [nameOf(label), nameOf(group ?? text)];
  if (labelName === undefined) throw refused('has no text and no number in its field "label"');
  if (labelName.trim() === "") throw refused('has only space in its field "label"');
  if (groupName === undefined) throw refused('has no text and no number in its field "group"');
  return { text: wellFormed(text), label: labelName, group: groupName };
}

/** A text or a number as a name; undefined for anything else. */
function nameOf(value: unknown): string | undefined {
  if (typeof value === "string") return wellFormed(value);
  return Number.isFinite(value) ? String(value) : undefined;
}

/** JSON can hold halves of characters, which no file of a classifier can. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
