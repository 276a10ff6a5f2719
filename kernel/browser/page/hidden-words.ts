import type { FigurePart } from "./plotly-types.ts";

/** A word of a map whose label has no place there. */
export interface HiddenWord {
  readonly word: string;
  /** "" for a map without groups. */
  readonly group: string;
}

/**
 * The words of a flat map that `layout` writes beside no point: they appear under a pointer alone, and not everyone has
 * one. None for a figure that is no map, whose layout has no labels of ours.
 */
export function hiddenWords(traces: readonly FigurePart[], layout: FigurePart): HiddenWord[] {
  if (!Array.isArray(layout.annotations)) return [];
  const written = new Map<unknown, number>(); // a word may stand at two points
  for (const { text } of layout.annotations as readonly FigurePart[]) {
    written.set(text, (written.get(text) ?? 0) + 1);
  }
  return traces
    .filter(({ mode, text }) => mode === "markers" && Array.isArray(text))
    .flatMap(({ name = "", text }) =>
      (text as readonly unknown[])
        .filter((word) => {
          const left = written.get(word) ?? 0;
          written.set(word, left - 1);
          return left <= 0;
        })
        .map((word) => ({ word: unescaped(String(word)), group: unescaped(String(name)) })),
    );
}

/** A table of these words, folded, which the keyboard opens and a screen reader reads. */
export function hiddenWordsTable(words: readonly HiddenWord[]): HTMLElement {
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = `${words.length} ${words.length === 1 ? "word" : "words"} without a label`;
  const table = document.createElement("table");
  const grouped = words.some(({ group }) => group !== "");
  addRow(table, "th", grouped ? ["word", "group"] : ["word"]);
  for (const { word, group } of words) addRow(table, "td", grouped ? [word, group] : [word]);
  details.append(summary, table);
  return details;
}

function addRow(table: HTMLTableElement, kind: "th" | "td", texts: readonly string[]): void {
  const row = table.insertRow();
  for (const text of texts) {
    const cell = document.createElement(kind);
    if (kind === "th") cell.setAttribute("scope", "col");
    cell.textContent = text;
    row.append(cell);
  }
}

/** The text that Plotly draws for one that was escaped for it. */
function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
