import { choicesOf } from "../../../kernel/browser/page/choices-of.ts";
import { ProgressStore } from "../../../kernel/browser/page/progress-store.ts";
import type { ViewTools } from "../../../kernel-helpers/views/view-tools.ts";
import { fromRoot } from "./from-root.ts";
import { loadScript } from "./load-script.ts";

/** Draws the page's interactive views, and loads what draws them only for a page that has one. */
export function mountViews(): void {
  if (document.querySelector(".w2v-view") === null) return;
  // the record of the browser version, which lies in the folder try/
  const site = new URL(fromRoot("try/"), document.baseURI).pathname;
  const choices = choicesOf(new ProgressStore(() => localStorage, site));
  void loadScript(fromRoot("assets/views.js")).then(
    () =>
      (globalThis as unknown as { w2vViews: { mountAll(tools: ViewTools): void } }).w2vViews.mountAll({
        choices,
      }),
    (error: Error) => console.warn("Views stay as text:", error.message),
  );
}
