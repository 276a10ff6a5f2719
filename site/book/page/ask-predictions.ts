import { predictionForm, predictionOf } from "../../../kernel/browser/page/prediction-form.ts";

/** Puts a form above the folded answer of each text that asks for a prediction. */
export function askPredictions(): void {
  for (const text of document.querySelectorAll<HTMLElement>("[data-predict]")) {
    const prediction = predictionOf(JSON.parse(text.dataset.predict ?? "null"));
    const answer = text.querySelector<HTMLDetailsElement>("details");
    if (!prediction || !answer) continue;
    answer.before(
      predictionForm(prediction, () => {
        answer.open = true;
      }),
    );
  }
}
