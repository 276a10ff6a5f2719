import { type Example, type Model, stepTrace } from "../model/index.ts";
import { type Displayable, escapeHtml } from "./displayable.ts";
import { show } from "./show.ts";
import { type StepFrame, stepFrames } from "./step-frames.ts";
import { table } from "./table.ts";

/** Options of `stepThrough`. */
export interface StepThroughOptions {
  /** The words whose ids are the rows of the tables. Default: the ids. */
  readonly words?: readonly string[];
  /** The learning rate α. Default: 0.5, so that a step can be seen. */
  readonly alpha?: number;
  /** What the step is of. */
  readonly title?: string;
}

/**
 * Shows one step of training number by number, forwards and backwards: each formula beside what it gave. The numbers are
 * those of `trainStep`, to the last bit. Changes nothing. Throws what `trainStep` throws.
 */
export async function stepThrough(
  model: Model,
  example: Example,
  { words = [], alpha = 0.5, title = "One step of training" }: StepThroughOptions = {},
): Promise<void> {
  await show(storyboard(title, stepFrames(stepTrace(model, example, alpha), words)));
}

/** The frames one below the other, as HTML without a script and as text. */
function storyboard(title: string, frames: readonly StepFrame[]): Displayable {
  const parts = frames.map((frame, i) => {
    const { mimeBundle } = table(frame.rows.map(readableRow));
    return {
      html:
        `<p><b>${i + 1} ${escapeHtml(frame.title)}</b> <code>${escapeHtml(frame.formula)}</code></p>` +
        mimeBundle["text/html"],
      text: `${i + 1} ${frame.title}: ${frame.formula}\n${mimeBundle["text/plain"]}`,
    };
  });
  const html = parts.map((part) => part.html).join("");
  const text = parts.map((part) => part.text).join("\n\n");
  return {
    mimeBundle: { "text/html": `<p>${escapeHtml(title)}</p>${html}`, "text/plain": `${title}\n\n${text}` },
  };
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
