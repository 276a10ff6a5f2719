import { counted, type Numbers, row, type Table, tableFromRows } from "../base/index.ts";
import { pca } from "../pca/index.ts";
import type { WordVectors } from "../vectors/index.ts";
import type { ProjectedWord } from "./projected-word.ts";

/** Names of groups and their words, or words without groups. */
export type WordGroups = Readonly<Record<string, readonly string[]>> | readonly string[];

/** Words at their places, what the axes are, and what the chart must say besides. */
export interface ProjectedWords {
  readonly points: readonly ProjectedWord[];
  readonly axes: readonly string[];
  /** The words that have no vector, as a sentence without a full stop; "" without such words. */
  readonly note: string;
}

/** Row i of `table`, shape (V, d), belongs to words[i]: the rows' first principal components. */
export function projectTable(
  table: Table<Numbers>,
  words: readonly string[],
  dimensions: number,
): ProjectedWords {
  if (words.length !== table.rows) {
    throw new RangeError(
      `Cannot draw a projection as each row needs a word: there are ${table.rows} rows and ${words.length} words. ` +
        "Remedy: give the words of these rows, in their order",
    );
  }
  return project(
    table,
    words.map((word) => ({ word })),
    dimensions,
    "",
  );
}

/** The words of the groups that `vectors` has: the principal components of their vectors alone. */
export function projectGroups(vectors: WordVectors, groups: WordGroups, dimensions: number): ProjectedWords {
  const id = (word: string): number | undefined =>
    vectors.ids.get(word) ?? vectors.ids.get(word.normalize("NFC"));
  const wanted = Array.isArray(groups)
    ? unique(groups as readonly string[]).map((word) => ({ word }))
    : Object.entries(groups).flatMap(([group, words]) => unique(words).map((word) => ({ word, group })));
  requireOneGroup(wanted);
  const found = wanted.filter(({ word }) => id(word) !== undefined);
  const missing = wanted.filter(({ word }) => id(word) === undefined).map(({ word }) => word);
  if (found.length === 0) {
    throw new RangeError(
      `Cannot draw a projection as the vectors have none of its words: ${listed(missing) || "none were given"}. ` +
        "Remedy: choose words that occur in the text, spelled as there",
    );
  }
  const rows = tableFromRows(found.map(({ word }) => [...row(vectors.table, id(word) as number)]));
  const note = missing.length > 0 ? `Not in the vectors: ${listed(missing)}` : "";
  return project(rows, found, dimensions, note);
}

function project(
  table: Table<Numbers>,
  words: readonly { readonly word: string; readonly group?: string }[],
  dimensions: number,
  note: string,
): ProjectedWords {
  if (dimensions !== 2 && dimensions !== 3) {
    throw new RangeError(
      `Cannot draw a projection as dimensions must be 2 or 3: current value is ${dimensions}`,
    );
  }
  const names = Array.from({ length: dimensions }, (_, i) => `component ${i + 1}`);
  if (words.length === 1) {
    // One vector has no differences that components could show.
    const place = { x: 0, y: 0, ...(dimensions === 3 ? { z: 0 } : {}) };
    return { points: words.map((word) => ({ ...word, ...place })), axes: names, note };
  }
  const { points, explained } = pca(table, { components: dimensions });
  const most = points.data.reduce((high, x) => Math.max(high, Math.abs(x)), 0);
  // Rounding errors of a component without variance would fill an axis of their own.
  const clean = (x: number): number => (Math.abs(x) > 1e-12 * most ? x : 0);
  const share = (i: number): string => `${Math.round(100 * (explained[i] as number))} % of the variance`;
  return {
    points: words.map((word, i) => {
      const [x, y, z] = [...row(points, i)].map(clean) as [number, number, number?];
      return { ...word, x, y, ...(z === undefined ? {} : { z }) };
    }),
    axes: names.map((name, i) => `${name} (${share(i)})`),
    note,
  };
}

/** Each word once, in whichever form its letters are composed. */
function unique(words: readonly string[]): readonly string[] {
  const forms = new Map<string, string>();
  for (const word of words) {
    const form = word.normalize("NFC");
    if (!forms.has(form)) forms.set(form, word);
  }
  return [...forms.values()];
}

const mostMissing = 10;

/** A title has room for some words only. */
function listed(words: readonly string[]): string {
  const rest = words.length - mostMissing;
  return words.slice(0, mostMissing).join(", ") + (rest > 0 ? ` and ${counted(rest, "other")}` : "");
}

function requireOneGroup(words: readonly { readonly word: string; readonly group?: string }[]): void {
  const seen = new Map<string, string | undefined>();
  for (const { word, group } of words) {
    const form = word.normalize("NFC");
    if (seen.has(form)) {
      throw new RangeError(
        `Cannot draw a projection as each word must be in one group: "${word}" is in "${seen.get(form)}" and ` +
          `"${group}". Remedy: leave it out of one of them`,
      );
    }
    seen.set(form, group);
  }
}
