import type { CheckResult } from "../check/index.ts";
import type { ExerciseId } from "../practice/index.ts";
import { type Displayable, escapeHtml, html } from "./displayable.ts";

/** What a passed check shows: text for the learner, and data for a front end that keeps a list of passed exercises. */
export function checkSuccess(id: ExerciseId, { points, tried }: CheckResult): Displayable {
  const worth = `${points} ${points === 1 ? "point" : "points"}`;
  const text = `✓ ${id} is right: ${tried} cases tried, ${worth} (practice, not a grade)`;
  // The theme's green, or else the page's own colour: no green is readable on light and on dark pages.
  const green = "color: var(--jp-success-color0, inherit)";
  const { mimeBundle } = html(`<p style="${green}"><strong>${escapeHtml(text)}</strong></p>`, text);
  const verdict = { exercise: id, passed: true, earned: points, points };
  return { mimeBundle: { ...mimeBundle, "application/vnd.word2vec-lab.check+json": verdict } };
}
