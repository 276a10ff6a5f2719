import { alignedColumns } from "../base/index.ts";
import { type Displayable, escapeHtml } from "./displayable.ts";
import { findTerms } from "./find-terms.ts";
import type { GlossaryTerm } from "./glossary-term.ts";
import { glossaryTerms } from "./glossary-terms.ts";
import { table } from "./table.ts";

/**
 * A term or symbol of the lessons, explained: its symbols, its meaning, its formula, and the lessons that use it. As the
 * last line of a cell it is shown. Without `word` all terms, in alphabetical order. `word` may be a symbol, such as "v"
 * or "σ", and of a term upper or lower case and a plural do not matter; a symbol of several entries gives them all.
 * Throws RangeError for a word that the glossary does not have, with names of a similar spelling.
 *
 * @example
 * glossary("Softmax").mimeBundle["text/plain"].split("\n")[1]; // "  symbols  ŷ, ŷ_j"
 */
export function glossary(word?: string): Displayable {
  if (word === undefined) return listed();
  const parts = findTerms(word, glossaryTerms).map((entry) => ({ term: entry.term, facts: factsOf(entry) }));
  const html = parts.map(({ term, facts }) => htmlOf(term, facts)).join("");
  const text = parts.map(({ term, facts }) => textOf(term, facts)).join("\n\n");
  return { mimeBundle: { "text/html": html, "text/plain": text } };
}

/** What is known of a term, by name. */
type Facts = readonly (readonly [name: string, text: string])[];

function listed(): Displayable {
  const rows = glossaryTerms.map(({ term, symbols, lessons }) => ({
    term,
    symbols: symbols.join(", "),
    "from lesson": numberOf(lessons[0]),
  }));
  const caption = `${rows.length} terms; glossary("softmax") explains one`;
  return table(rows, { caption, most: rows.length });
}

function factsOf({ symbols, definition, formula, lessons }: GlossaryTerm): Facts {
  const facts: Facts = [
    ["symbols", symbols.join(", ")],
    ["meaning", definition],
    ["formula", formula],
    ["lessons", lessons.map(numberOf).join(", ")],
  ];
  return facts.filter(([, text]) => text !== "");
}

function htmlOf(term: string, facts: Facts): string {
  const rows = facts.map(([name, text]) => {
    const content = name === "formula" ? `<code>${escapeHtml(text)}</code>` : escapeHtml(text);
    return `<tr><th scope="row" style="text-align:left">${name}</th><td style="text-align:left">${content}</td></tr>`;
  });
  const title = `<caption style="text-align:left"><b>${escapeHtml(term)}</b></caption>`;
  return `<table>${title}<tbody>${rows.join("")}</tbody></table>`;
}

function textOf(term: string, facts: Facts): string {
  return [term, ...alignedColumns(facts).map((line) => `  ${line}`)].join("\n");
}

/** "04" of "04-cbow". */
function numberOf(lesson = ""): string {
  return lesson.split("-")[0] ?? "";
}
