import { fromRoot } from "./from-root.ts";
import { loadScript } from "./load-script.ts";

/** Draws the page's interactive views, and loads what draws them only for a page that has one. */
export function mountViews(): void {
  if (document.querySelector(".w2v-view") === null) return;
  void loadScript(fromRoot("assets/views.js")).then(
    () => (globalThis as unknown as { w2vViews: { mountAll(): void } }).w2vViews.mountAll(),
    (error: Error) => console.warn("Views stay as text:", error.message),
  );
}
