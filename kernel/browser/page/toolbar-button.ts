import type { Widget } from "./front-end.ts";
import type { Packages } from "./packages.ts";

/**
 * A button with a text in a notebook's toolbar. JupyterLab's own is an element without a role, on which its ARIA
 * attributes mean nothing, and which the key Tab does not reach.
 */
export function toolbarButton(
  { widgets }: Pick<Packages, "widgets">,
  label: string,
  tooltip: string,
  run: () => void,
): Widget {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.title = tooltip;
  button.style.cssText =
    "height: 24px; padding: 0 6px; border: 0; border-radius: 2px; background: none; cursor: pointer; " +
    "font: inherit; font-size: var(--jp-ui-font-size1); color: var(--jp-ui-font-color1); white-space: nowrap;";
  button.addEventListener("click", run);
  const node = document.createElement("div");
  node.style.cssText = "display: flex; align-items: center;";
  node.append(button);
  return new widgets.Widget({ node });
}
