import { viewScript } from "#render";
import type { MimeBundle } from "../host/index.ts";
import { VIEW_TYPE, type ViewData } from "./view-data.ts";

/** What stands in the place of a view where nothing draws it. */
export interface WithoutScript {
  /** The same content as HTML of text, tables and `details`: front ends remove all else from notebooks of others. */
  readonly html: string;
  /** The same content as text. */
  readonly text: string;
}

/**
 * A view in every form available: the data for the front ends of the course and for the site, HTML that draws itself where
 * scripts run, as in VS Code, and still reads where they do not, and text.
 */
export async function viewBundle(data: ViewData, { html, text }: WithoutScript): Promise<MimeBundle> {
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  const script = await viewScript();
  return {
    [VIEW_TYPE]: data,
    "text/html":
      `<div class="w2v-view"><script type="application/json">${json}</script><div>${html}</div></div>` +
      (script === undefined ? "" : `<script>${script}\nw2vViews.mountAll();</script>`),
    "text/plain": text,
  };
}
