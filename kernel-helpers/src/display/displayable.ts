import type { MimeBundle } from "../host/index.ts";

/** A value that knows how to show itself, made by `html`, `markdown` or `table`. */
export interface Displayable {
  /** Its content in every form available: HTML, Markdown, text. */
  readonly mimeBundle: MimeBundle;
}

/**
 * HTML to show. `text` is what a terminal and a screen reader get; by default the words of the HTML.
 * The HTML goes to the page as it is: put text into it through `escapeHtml`.
 */
export function html(source: string, text: string = wordsOf(source)): Displayable {
  return { mimeBundle: { "text/html": source, "text/plain": text } };
}

/** Markdown to show, with formulas between dollar signs. */
export function markdown(source: string): Displayable {
  return { mimeBundle: { "text/markdown": source, "text/plain": source } };
}

/** Text with the special characters of HTML and SVG escaped, for use inside quotes too. */
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
