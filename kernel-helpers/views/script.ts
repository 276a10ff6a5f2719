// The views as a plain script: for the site's pages, and for front ends that do not know the views' MIME type.
import type { ViewData } from "../src/display/view-data.ts";
import { mountView } from "./mount-view.ts";
import type { ViewTools } from "./view-tools.ts";

/**
 * Draws each view of the page that was not tried yet in the place of what it shows without a script. What cannot be drawn
 * keeps that, and the console says why.
 */
export function mountAll(tools: ViewTools = {}): void {
  for (const place of document.querySelectorAll<HTMLElement>(".w2v-view:not([data-drawn])")) {
    const still = place.querySelector<HTMLElement>(":scope > div");
    const host = document.createElement("div");
    place.dataset.drawn = ""; // once only: each output of a notebook calls this for the whole page
    try {
      const data: ViewData = JSON.parse(place.querySelector("script")?.textContent ?? "{}");
      place.append(host);
      mountView(host, data, tools);
      if (still) still.hidden = true;
    } catch (error) {
      host.remove();
      console.warn("The view stays as text:", (error as Error).message);
    }
  }
}
