import { escapeHtml } from "./displayable.ts";

/** A table's caption as HTML, none if it is empty: on one line where the page has room, even if the table is narrower. */
export function captionHtml(caption: string): string {
  if (caption === "") return "";
  const inner = `<span style="display:block;width:max-content;max-width:min(40em,75vw);margin-right:-40em">${escapeHtml(caption)}</span>`;
  return `<caption style="text-align:left">${inner}</caption>`;
}
