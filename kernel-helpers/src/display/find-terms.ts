import { counted } from "../base/index.ts";
import { similarSpellings } from "../vocabulary/index.ts";
import type { GlossaryTerm } from "./glossary-term.ts";

/**
 * The entries that `word` names. A symbol is found as it is written, since K and k differ; if no symbol is, upper or lower
 * case and the end of a plural do not matter. Several entries share some symbols. Throws RangeError for a word that no entry
 * has, with names of a similar spelling.
 */
export function findTerms(word: string, terms: readonly GlossaryTerm[]): readonly GlossaryTerm[] {
  const asked = word.normalize("NFC").trim().replace(/\s+/g, " ");
  const exact = terms.filter(({ symbols }) => symbols.includes(asked));
  const named = terms.filter((entry) => namesOf(entry).some((name) => singulars(asked).has(name)));
  const found = terms.filter((entry) => exact.includes(entry) || named.includes(entry));
  if (found.length > 0) return found;
  const anyCase = terms.filter(({ symbols }) => symbols.some((one) => small(one) === small(asked)));
  if (anyCase.length > 0) return anyCase;
  throw new RangeError(
    `Cannot explain "${asked}": it is not among the ${counted(terms.length, "term")} of the glossary. ` +
      `${similar(asked, terms)}Remedy: another word; glossary() lists all`,
  );
}

/** The names of an entry, in lower case and as a singular. */
function namesOf({ term, forms }: GlossaryTerm): string[] {
  return [term, ...forms].flatMap((name) => [...singulars(name)]);
}

/** A name in lower case, and what it is if it is a plural. */
function singulars(name: string): Set<string> {
  const plain = small(name);
  const ends = [/s$/, /es$/].filter((end) => plain.length > 3 && end.test(plain));
  return new Set([plain, ...ends.map((end) => plain.replace(end, "")), plain.replace(/ies$/, "y")]);
}

function similar(asked: string, terms: readonly GlossaryTerm[]): string {
  const names = terms.flatMap(({ term, forms }) => [term, ...forms]);
  const near = similarSpellings(
    small(asked),
    names.map((name) => small(name)),
  );
  const written = near.map((name) => names.find((one) => small(one) === name));
  return near.length > 0 ? `Similar: ${written.join(", ")}. ` : "";
}

function small(name: string): string {
  return name.toLowerCase();
}
