import { element } from "./element.ts";

/** A place that scrolls to the side where its content is wider than the page, then by keys too. */
export function wide(name: string, content: HTMLElement): HTMLElement {
  const node = element("div", { class: "wide" }, content);
  new ResizeObserver(() => {
    const scrolls = node.scrollWidth > node.clientWidth;
    const attributes = { tabindex: "0", role: "region", "aria-label": name };
    for (const [attribute, value] of Object.entries(attributes)) {
      if (scrolls) node.setAttribute(attribute, value);
      else node.removeAttribute(attribute);
    }
  }).observe(node);
  return node;
}
