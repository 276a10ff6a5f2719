import { renderSvg } from "#render";
import { escapeControls } from "../base/index.ts";
import type { MimeBundle } from "../host/index.ts";
import type { ChartSpec, Figure } from "../plot/index.ts";
import { type Displayable, escapeHtml } from "./displayable.ts";
import { readable } from "./readable.ts";

/** What `show` can show; anything else becomes text. */
export type Showable = ChartSpec | Figure | Displayable | unknown;

/**
 * `value` in every form available: for a chart or a figure the interactive one, an image where this run-time can make
 * one (`picture`), and the description as text. A kernel asks for it when such a value is the result of a cell.
 */
export async function bundleOf(value: Showable, picture: boolean): Promise<MimeBundle> {
  if (isDisplayable(value)) return value.mimeBundle;
  if (isChart(value)) {
    return {
      "application/vnd.vegalite.v5+json": value,
      ...(picture ? await pictureOf(value) : {}),
      "text/plain": spoken(value.title, value.description),
    };
  }
  if (isFigure(value)) {
    return {
      "application/vnd.plotly.v1+json": { data: value.data, layout: value.layout },
      ...(picture && value.picture ? await pictureOf(value.picture) : {}),
      "text/plain": spoken(value.picture?.title, value.description),
    };
  }
  return { "text/plain": readable(value) };
}

/**
 * The look of an image, which stands on pages that it knows nothing of: it brings a ground of its own for the colour of its
 * text, both light or both dark as the reader's system is.
 */
const GROUND =
  "<style>.w2v-picture{color:#20242a;background:#fff}" +
  "@media(prefers-color-scheme:dark){.w2v-picture{color:#e4e6e9;background:#16191d}}</style>";

/** Characters that XML cannot contain, not even escaped: with one of them a page shows no image. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** The chart as SVG that a screen reader treats as one image with a description. */
async function pictureOf(spec: ChartSpec): Promise<MimeBundle> {
  const drawn = await renderSvg(spec);
  if (drawn === undefined) return {};
  const svg = drawn.replace(NOT_IN_XML, "\ufffd");
  const opening = `<svg role="img" aria-label="${escapeHtml(describing(spec.description).replace(NOT_IN_XML, "\ufffd"))}" color="#20242a"`;
  const rest = svg.replace(/^<svg/, "").replace('class="marks"', 'class="marks w2v-picture"');
  return { "image/svg+xml": opening + rest.replace(">", () => `>${GROUND}`) };
}

/** Title and description as text. A spec that a learner wrote may lack both, and its title may be text, a list or an object. */
function spoken(title: unknown, description: unknown): string {
  const text = typeof title === "object" && title !== null && "text" in title ? title.text : title;
  const words = [text].flat().filter((word) => typeof word === "string");
  const parts = [words.join(" "), describing(description)].filter((part) => part !== "");
  return escapeControls(parts.join(": ") || "Chart", "\n");
}

function describing(description: unknown): string {
  return typeof description === "string" ? description : "";
}

function isDisplayable(value: unknown): value is Displayable {
  return isObject(value) && isObject((value as Partial<Displayable>).mimeBundle);
}

function isChart(value: unknown): value is ChartSpec {
  const { $schema } = (isObject(value) ? value : {}) as Partial<ChartSpec>;
  return typeof $schema === "string" && $schema.includes("/vega-lite/v5");
}

function isFigure(value: unknown): value is Figure {
  const { data, layout, description } = (isObject(value) ? value : {}) as Partial<Figure>;
  return Array.isArray(data) && isObject(layout) && typeof description === "string";
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
