// The charts of a page, drawn when they come near the screen, again when the page's width or colours change.
import { type DrawnChart, drawChart } from "./draw-chart.ts";

const drawn = new Map<Element, DrawnChart>();

const nearby = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      nearby.unobserve(target);
      void draw(target as HTMLElement);
    }
  },
  { rootMargin: "600px" },
);
for (const figure of document.querySelectorAll("figure.chart")) nearby.observe(figure);

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) void drawn.get(target)?.refit();
});

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  for (const chart of drawn.values()) void chart.recolour();
});

/** Draws a chart; its static picture stays until then, and for good if drawing fails. */
async function draw(figure: HTMLElement): Promise<void> {
  const frame = figure.querySelector(".drawn") as HTMLElement;
  try {
    frame.hidden = false;
    drawn.set(figure, await drawChart(figure, frame));
    (figure.querySelector(".static") as HTMLElement).hidden = true;
    figure.dataset.drawn = "";
    sizes.observe(figure);
  } catch (error) {
    frame.hidden = true;
    console.warn("The picture stays as", (error as Error).message);
  }
}
