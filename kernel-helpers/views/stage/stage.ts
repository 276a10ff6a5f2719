import { element } from "./element.ts";

/**
 * A place for a view inside `host`, apart from the page's styles. Keys that are pressed in it are no commands of the
 * notebook: JupyterLab looks for the attribute at the element that it sees, which is the host.
 */
export function openStage(host: HTMLElement, label: string, ...styles: readonly string[]): HTMLElement {
  host.dataset.lmSuppressShortcuts = "true";
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [COMMON, ...styles].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  const stage = element("section", { class: "stage", "aria-label": label });
  root.replaceChildren(stage);
  return stage;
}

/** What all views look like: the page's ink, no ground, and two columns only where there is room for them. */
const COMMON = `
:host { display: block; container-type: inline-size; }
.stage { overflow-wrap: anywhere; font: 14px/1.45 system-ui, sans-serif; color: inherit; text-align: left; }
.stage * { box-sizing: border-box; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.title { font-size: 15px; font-weight: 700; }
p { margin: 0 0 4px; }
.formula { font: 14px/1.6 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; }
sub, sup { font-size: 0.8em; line-height: 0; }
button, select {
  max-width: 100%;
  font: inherit; color: inherit; background: transparent; border: 1px solid currentColor; border-radius: 6px;
  min-height: 32px; padding: 2px 12px; cursor: pointer;
}
option { color: #20242a; background: #fff; }
button[aria-disabled="true"] { opacity: 0.45; cursor: default; }
button:focus-visible, select:focus-visible, input:focus-visible, [tabindex]:focus-visible {
  outline: 2px solid #2f8cf0; outline-offset: 2px;
}
input[type="range"] { accent-color: #2f8cf0; min-width: 0; width: 180px; height: 28px; vertical-align: middle; }
.controls { display: flex; flex-wrap: wrap; gap: 8px 10px; align-items: center; margin: 8px 0; }
table { overflow-wrap: normal; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { overflow-wrap: anywhere; text-align: left; font-weight: 600; padding-bottom: 2px; }
th, td { padding: 1px 4px; text-align: right; font-weight: normal; border: 0; background: none; }
th[scope="row"] { text-align: left; white-space: nowrap; max-width: 14em; overflow: hidden; text-overflow: ellipsis; }
.wide { overflow-x: auto; max-width: 100%; }
`;
