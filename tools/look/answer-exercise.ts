import type { Page } from "playwright-core";

/** Answers to the first exercise of lesson 04, and what its check says. */
const ANSWERS = {
  wrong: { step: "addScaled(h, 1, row(input, word))", said: "is not right yet" },
  right: { step: "addScaled(h, 1 / context.length, row(input, word))", said: "is right" },
} as const;

/** The notebook in front, in JupyterLab and JupyterLite. */
export const NOTEBOOK = ".jp-NotebookPanel:not(.lm-mod-hidden)";

/** What the check shows. */
export const VERDICT = `${NOTEBOOK} .jp-CodeCell >> nth=2 >> .jp-OutputArea-output`;

/** Types an answer into the first exercise of lesson 04, and runs the imports, the function and its check. */
export async function answerExercise(page: Page, kind: keyof typeof ANSWERS): Promise<void> {
  const { step, said } = ANSWERS[kind];
  const cells = page.locator(`${NOTEBOOK} .jp-CodeCell`);
  await cells.nth(1).locator(".cm-content").click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(`function hiddenLayer(input: Table, context: readonly number[]): Float64Array {
  const h = new Float64Array(input.width);
  for (const word of context) ${step};
  return h;
}`);
  for (const cell of [0, 1, 2]) {
    await cells.nth(cell).locator(".cm-content").click();
    await page.keyboard.press("Control+Enter");
  }
  await cells.nth(2).locator(".jp-OutputArea-output", { hasText: said }).first().waitFor({ timeout: 60_000 });
}
