/** What may be wider, or longer, than its place -> what it is called if it has no caption. */
const SCROLLERS: Readonly<Record<string, string>> = {
  pre: "Code",
  "pre.text": "Output",
  ".katex-display": "Formula",
  ".wide": "Table",
  ".html": "Output",
  "figure.chart": "Chart",
};

/**
 * Lets the keyboard reach what scrolls, and marks it, so that its edge shows that there is more. What fits is left alone: a
 * region without a need would only be one more stop.
 */
export function reachScrollers(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) adapt(target as HTMLElement);
  });
  for (const [selector, name] of Object.entries(SCROLLERS)) {
    for (const element of document.querySelectorAll<HTMLElement>(`main ${selector}`)) {
      element.dataset.scrolls = name; // the later, closer name wins
      observer.observe(element);
    }
  }
  for (const details of document.querySelectorAll("main details")) {
    details.addEventListener("toggle", () => {
      for (const element of details.querySelectorAll<HTMLElement>("[data-scrolls]")) adapt(element);
    });
  }
}

function adapt(element: HTMLElement): void {
  const sideways = element.scrollWidth > element.clientWidth + 1;
  const scrolls = sideways || element.scrollHeight > element.clientHeight + 1;
  element.toggleAttribute("data-over", sideways);
  if (!scrolls) {
    for (const name of ["tabindex", "role", "aria-label"]) element.removeAttribute(name);
    return;
  }
  element.tabIndex = 0;
  element.setAttribute("role", "region");
  element.setAttribute("aria-label", nameOf(element));
}

function nameOf(element: HTMLElement): string {
  const caption = element.querySelector("caption")?.textContent?.trim();
  const kind = element.querySelector("table") ? "Table" : (element.dataset.scrolls ?? "Part");
  return `${caption ? `${kind}: ${caption}` : kind}, scrolls`;
}
