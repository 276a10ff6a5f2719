import type { Page } from "playwright-core";
import { NOTEBOOK } from "./answer-exercise.ts";

/** A view in an output; its content is in a shadow root, through which locators look. */
export const VIEW = `${NOTEBOOK} .jp-OutputArea-output .stage`;

/** Runs the cell of the notebook in front that contains `code`, after all cells above it, until a button of its view is there. */
export async function playView(page: Page, code: string, button: string): Promise<void> {
  const cell = page.locator(`${NOTEBOOK} .jp-CodeCell`, { hasText: code }).first();
  await cell.locator(".cm-content").click();
  await page.getByRole("menuitem", { name: "Run", exact: true }).click();
  await page.getByText("Run All Above Selected Cell").click();
  await cell.locator(".cm-content").click();
  await page.keyboard.press("Control+Enter");
  const view = cell.locator(".jp-OutputArea-output").getByRole("button", { name: button });
  await view.click({ timeout: 120_000 });
}
