import { type Example, type Model, stepTrace } from "../model/index.ts";
import type { HuffmanPath } from "../vocabulary/index.ts";
import { escapeHtml } from "./displayable.ts";
import { show } from "./show.ts";
import { type StepFrame, stepFrames } from "./step-frames.ts";
import { stepView } from "./step-view.ts";
import { table } from "./table.ts";
import { viewBundle, type WithoutScript } from "./view-bundle.ts";

/** Options of `stepThrough`. */
export interface StepThroughOptions {
  /** The words whose ids are the rows of the tables. Default: the ids. */
  readonly words?: readonly string[];
  /** The learning rate α at the start; the reader may change it. Default: 0.5, so that a step can be seen. */
  readonly alpha?: number;
  /** What the step is of. */
  readonly title?: string;
  /** For hierarchical softmax, the paths to all words from `huffmanTree`: the tree is drawn, with the path in it. */
  readonly tree?: readonly HuffmanPath[];
}

/**
 * Shows one step of training number by number, forwards and backwards, to be played or gone through by hand: the rows that
 * are read and written, each formula beside what it gave, and a slider for the learning rate. The numbers are those of
 * `trainStep`, to the last bit. Changes nothing. Throws what `trainStep` throws.
 */
export async function stepThrough(
  model: Model,
  example: Example,
  { words = [], alpha = 0.5, title = "One step of training", tree }: StepThroughOptions = {},
): Promise<void> {
  const trace = stepTrace(model, example, alpha);
  const view = stepView(trace, example.target, words, { title, tree });
  const mimeBundle = await viewBundle(view, storyboard(title, stepFrames(trace, words)));
  await show({ mimeBundle });
}

/** The frames one below the other, as HTML without a script and as text. */
function storyboard(title: string, frames: readonly StepFrame[]): WithoutScript {
  const parts = frames.map((frame, i) => {
    const { mimeBundle } = table(frame.rows.map(readableRow));
    return {
      html:
        `<p><b>${i + 1} ${escapeHtml(frame.title)}</b> <code>${escapeHtml(frame.formula)}</code></p>` +
        `<p>${escapeHtml(frame.why)}</p>${mimeBundle["text/html"]}`,
      text: `${i + 1} ${frame.title}: ${frame.formula}\n${frame.why}\n${mimeBundle["text/plain"]}`,
    };
  });
  const html = parts.map((part) => part.html).join("");
  const text = parts.map((part) => part.text).join("\n\n");
  return { html: `<p>${escapeHtml(title)}</p>${html}`, text: `${title}\n\n${text}` };
}

/** A row of a frame with its vectors written in one cell. */
function readableRow(row: StepFrame["rows"][number]): Record<string, number | string> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === "object" ? value.map((x) => x.toFixed(3)).join("  ") : value,
    ]),
  );
}
