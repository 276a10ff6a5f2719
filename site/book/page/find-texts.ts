import MiniSearch, { type SearchResult } from "minisearch";

/** A piece of the book: what stands below one heading. */
export interface BookText {
  /** Path of its page in the book. */
  readonly page: string;
  /** Id of the heading; empty for the page's beginning. */
  readonly place: string;
  /** Title of the page. */
  readonly title: string;
  readonly heading: string;
  readonly text: string;
}

/** A piece that was found, with words around what was sought. */
export interface FoundText extends BookText {
  readonly excerpt: string;
}

/** Letters of a question that are looked at: a pasted text is none, and would need more memory than there is. */
const MOST_LETTERS = 120;

/**
 * A search through `texts`: words may be unfinished, may lack their accents or have others and, from six letters on, have one
 * letter wrong.
 */
export function searchOf(texts: readonly BookText[]): (query: string, most: number) => FoundText[] {
  const index = new MiniSearch<BookText & { id: number }>({
    fields: ["heading", "title", "text"],
    processTerm: plain,
    searchOptions: {
      boost: { heading: 4, title: 2 },
      combineWith: "AND",
      prefix: true,
      fuzzy: (term) => (term.length > 5 ? 1 : false),
    },
  });
  index.addAll(texts.map((text, id) => ({ ...text, id })));
  return (query, most) =>
    index
      .search(query.slice(0, MOST_LETTERS))
      .slice(0, most)
      .map((result) => found(texts[result.id] as BookText, result));
}

function found(text: BookText, { terms }: SearchResult): FoundText {
  const at = Math.max(0, Math.min(...terms.map((term) => placeOf(text.text, term))));
  const start = at < 50 || at === Number.POSITIVE_INFINITY ? 0 : text.text.lastIndexOf(" ", at - 40) + 1;
  const cut = text.text.slice(start, start + 140);
  const end = start + 140 < text.text.length ? " …" : "";
  return {
    ...text,
    excerpt: `${start > 0 ? "… " : ""}${end ? cut.slice(0, cut.lastIndexOf(" ")) : cut}${end}`,
  };
}

function placeOf(text: string, term: string): number {
  const at = plain(text).indexOf(term);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/** Small letters without accents. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
