import type { MimeBundle } from "../host/index.ts";

/** Something that says how it is shown: what `html`, `markdown` and `table` make. */
export interface Displayable {
  /** What it looks like in every form that there is: HTML, Markdown, text. */
  readonly mimeBundle: MimeBundle;
}

/**
 * HTML to show. `text` is what a terminal and a screen reader get; without it the HTML's own words.
 * The HTML goes to the page as it is: put text into it through `escapeHtml`.
 */
export function html(source: string, text: string = wordsOf(source)): Displayable {
  return { mimeBundle: { "text/html": source, "text/plain": text } };
}

/** Markdown to show, with formulas between dollar signs. */
export function markdown(source: string): Displayable {
  return { mimeBundle: { "text/markdown": source, "text/plain": source } };
}

/** Text in which no character means anything to HTML or SVG, in quotes too. */
export function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    "&": "amp",
    "<": "lt",
    ">": "gt",
    '"': "quot",
    "'": "#39",
  };
  return text.replace(/[&<>"']/g, (character) => `&${names[character]};`);
}

function wordsOf(source: string): string {
  return source
    .replace(/<(style|script)\b.*?<\/\1>/gis, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
