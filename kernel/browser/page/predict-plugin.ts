import type { NotebookPanel, NotebookTracker, Plugin } from "./front-end.ts";
import type { Packages } from "./packages.ts";
import { predictionForm, predictionOf } from "./prediction-form.ts";

/** Part of `extension`: puts a form above the folded answer of each cell that asks for a prediction. */
export function predictPlugin({ notebook }: Pick<Packages, "notebook">, extension: string): Plugin {
  return {
    id: `${extension}:predict`,
    autoStart: true,
    requires: [notebook.INotebookTracker],
    activate(_app, tracker: NotebookTracker) {
      tracker.widgetAdded.connect((_, panel) => {
        void panel.context.ready.then(() => keepForms(panel));
      });
    },
  };
}

/** The front end draws a cell's text anew after each edit, and the form with it. */
function keepForms(panel: NotebookPanel): void {
  const add = (): void => {
    for (const { node, model } of panel.content.widgets) addForm(node, model.getMetadata("w2v"));
  };
  new MutationObserver(add).observe(panel.node, { childList: true, subtree: true });
  add();
}

function addForm(cell: HTMLElement, metadata: unknown): void {
  const prediction = predictionOf((metadata as { readonly predict?: unknown } | undefined)?.predict);
  const answer = cell.querySelector<HTMLDetailsElement>(".jp-RenderedMarkdown details");
  if (!prediction || !answer || answer.previousElementSibling?.matches("form.w2v-predict")) return;
  answer.before(
    predictionForm(prediction, () => {
      answer.open = true;
    }),
  );
}
