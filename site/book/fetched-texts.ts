import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DatasetIndex } from "../../kernel-helpers/src/host/index.ts";

/** A text of a data set that may not be passed on. */
interface FetchedText {
  readonly dataset: string;
  /** Its letters and digits alone, lower case. */
  readonly letters: string;
}

/** Letters of a passage that is found wherever it begins, and of one that is hidden. Chinese says as much in a third. */
const SIZES = { latin: { block: 16, passage: 40 }, chinese: { block: 6, passage: 12 } } as const;
type Script = keyof typeof SIZES;

const TAG = /<\/?[a-z][^<>]*>/gi;
const TAG_OR_LETTER = new RegExp(`${TAG.source}|[\\p{L}\\p{N}]`, "giu");

/** Letters beyond a tag that may be the same by chance: the text of the next element, which begins as the passage goes on. */
const BY_CHANCE = 4;

/** A passage of a fetched text within another one. */
export interface Passage {
  readonly dataset: string;
  readonly begin: number;
  readonly end: number;
}

/**
 * Texts of the data sets that are fetched on the user's machine and may not be passed on. `passages` finds those of 40 letters
 * (12 Chinese characters) or more, whatever stands between the letters, and whole shorter ones; `hide` puts a note in their place.
 */
export class FetchedTexts {
  readonly #blocks: Record<Script, Map<string, { text: FetchedText; at: number }>> = {
    latin: new Map(),
    chinese: new Map(),
  };

  /** Reads the data sets of `index` that are in `folder`. */
  constructor(folder: string, index: DatasetIndex) {
    for (const [dataset, { file, package: fetched }] of Object.entries(index)) {
      const path = join(folder, file);
      if (!fetched || !existsSync(path)) continue;
      for (const line of readFileSync(path, "utf8").split("\n")) {
        if (line === "") continue;
        for (const value of Object.values(JSON.parse(line) as object)) {
          if (typeof value === "string") this.#add({ dataset, letters: lettersOf(value).letters });
        }
      }
    }
  }

  #add(text: FetchedText): void {
    const script = scriptOf(text.letters);
    const { block } = SIZES[script];
    for (let at = 0; at + block <= text.letters.length; at += block) {
      this.#blocks[script].set(text.letters.slice(at, at + block), { text, at });
    }
  }

  /** The passages of fetched texts in `content`, in order. */
  passages(content: string): Passage[] {
    if (this.#blocks.latin.size + this.#blocks.chinese.size === 0) return [];
    const { letters, places } = lettersOf(content);
    const found: Passage[] = [];
    for (let i = 0; i < letters.length; i++) {
      for (const script of ["latin", "chinese"] as const) {
        const { block } = SIZES[script];
        const known = this.#blocks[script].get(letters.slice(i, i + block));
        if (known === undefined) continue;
        const { begin, end, isWhole } = withoutChance(content, places, extended(letters, i, known));
        if (end - begin < (isWhole ? block : SIZES[script].passage)) continue;
        const [from, last] = [places[begin], places[end - 1]] as [number, number];
        found.push({ dataset: known.text.dataset, begin: from, end: last + 1 });
        i = end - 1;
        break;
      }
    }
    return found;
  }

  /** `content` with a note in the place of each passage, and the HTML tags that it had. */
  hide(content: string): string {
    let [kept, from] = ["", 0];
    for (const { dataset, begin, end } of this.passages(content)) {
      const tags = content.slice(begin, end).match(TAG) ?? [];
      kept += `${content.slice(from, begin)}[text of ${dataset}, which is not passed on: run the lesson to read it]`;
      kept += tags.join("");
      from = end;
    }
    return kept + content.slice(from);
  }
}

/** The letters and digits of `content` outside HTML tags, lower case, and the place of each. */
function lettersOf(content: string): { letters: string; places: number[] } {
  const places: number[] = [];
  let letters = "";
  for (const { 0: letter, index } of content.matchAll(TAG_OR_LETTER)) {
    if (letter.startsWith("<")) continue;
    const lower = letter.toLowerCase();
    letters += lower;
    for (const _ of lower) places.push(index);
  }
  return { letters, places };
}

function scriptOf(letters: string): Script {
  return (letters.match(/\p{Script=Han}/gu)?.length ?? 0) > letters.length / 2 ? "chinese" : "latin";
}

/** A passage, by its letters, and whether it is the whole text. */
interface Extent {
  readonly begin: number;
  readonly end: number;
  readonly isWhole: boolean;
}

/** How far `letters` around the block at `i` are those of the text. */
function extended(
  letters: string,
  i: number,
  { text, at }: { readonly text: FetchedText; readonly at: number },
): Extent {
  let [back, on] = [0, 0];
  while (back < Math.min(i, at) && letters[i - back - 1] === text.letters[at - back - 1]) back++;
  while (at + on < text.letters.length && letters[i + on] === text.letters[at + on]) on++;
  return { begin: i - back, end: i + on, isWhole: back + on === text.letters.length };
}

/** A passage without the few letters that it has from the element before or behind its own. */
function withoutChance(content: string, places: readonly number[], { begin, end, isWhole }: Extent): Extent {
  const isTagBefore = (k: number): boolean => content.slice(places[k - 1], places[k]).match(TAG) !== null;
  const letters = Array.from({ length: BY_CHANCE }, (_, n) => n + 1);
  const before = letters.findLast((n) => begin + n < end && isTagBefore(begin + n)) ?? 0;
  const behind = letters.findLast((n) => end - n > begin && isTagBefore(end - n)) ?? 0;
  return { begin: begin + before, end: end - behind, isWhole };
}
