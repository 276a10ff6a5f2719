import { type Example, type Model, requireExample, stepTrace } from "../model/index.ts";
import { treeChart } from "../plot/index.ts";
import type { HuffmanPath } from "../vocabulary/index.ts";
import { escapeHtml } from "./displayable.ts";
import { show } from "./show.ts";
import { type StepFrame, stepFrames } from "./step-frames.ts";
import { type StepView, stepView } from "./step-view.ts";
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
 * `trainStep`, to the last bit. Of more than 12 output rows those with the smallest errors are left out. Changes nothing.
 * Throws RangeError unless each word of the example and each node of its path has a row, each row a word, `alpha` and the loss
 * are finite, and the example's path is that of `tree`.
 */
export async function stepThrough(
  model: Model,
  example: Example,
  { words, alpha = 0.5, title = "One step of training", tree }: StepThroughOptions = {},
): Promise<void> {
  requireExample(action, model, example, words);
  requireOwnPath(example, tree);
  const view = stepView(stepTrace(model, example, alpha), example.target, words ?? [], { title, tree });
  if (view.tree) treeChart(view.tree.paths, view.tree.words); // throws for paths of no tree
  const mimeBundle = await viewBundle(view, storyboard(view, stepFrames(view.trace, words ?? [])));
  await show({ mimeBundle });
}

function requireOwnPath({ target, path }: Example, tree: readonly HuffmanPath[] | undefined): void {
  if (path === undefined || tree === undefined) return;
  const [own, there = "none"] = [path.code.join(""), tree[target]?.code.join("")];
  if (own === there) return;
  throw new RangeError(
    `${action} as the path of its example must be that of tree: it takes the branches ${own}, that of tree ${there}. ` +
      "Remedy: give the tree that withPath() got",
  );
}

/** The frames one below the other, as HTML without a script and as text. */
function storyboard({ title, leftOut, outputs }: StepView, frames: readonly StepFrame[]): WithoutScript {
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
  const left = leftOut.toLocaleString("en-US");
  const note =
    leftOut === 0
      ? ""
      : `The ${outputs.length} output rows with the largest errors, ${left} more are left out.`;
  return {
    html: `<p>${escapeHtml(title)}</p>${note && `<p>${note}</p>`}${html}`,
    text: `${title}\n\n${note && `${note}\n\n`}${text}`,
  };
}

const action = "Cannot show a step";

/** Numbers of a vector beyond this one are left out. */
const MOST_NUMBERS = 12;

/** A row of a frame with its vectors written in one cell. */
function readableRow(row: StepFrame["rows"][number]): Record<string, number | string> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === "object" ? written(value) : value]),
  );
}

function written(vector: readonly number[]): string {
  const numbers = vector.slice(0, MOST_NUMBERS).map((x) => x.toFixed(3));
  const more = vector.length - numbers.length;
  return [...numbers, ...(more > 0 ? [`… ${more} more`] : [])].join("  ");
}
