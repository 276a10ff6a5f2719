import type { Plugin } from "./front-end.ts";

/** What a dialog's button says if work is lost behind it. */
const LOSES = /^(Revert|Delete|Reload|Overwrite)$/;

/** In dialogs behind which work is lost the focus is on the harmless button: the key Enter alone loses nothing. */
export function carefulPlugin(name: string): Plugin {
  return {
    id: `${name}:careful`,
    autoStart: true,
    requires: [],
    activate() {
      const watch = new MutationObserver((changes) => {
        for (const { addedNodes } of changes) {
          for (const node of addedNodes) if (node instanceof HTMLElement) focusHarmless(node);
        }
      });
      watch.observe(document.body, { childList: true });
    },
  };
}

/** Puts the focus of a dialog of JupyterLab on its first button that is not the one that loses work. */
function focusHarmless(dialog: HTMLElement): void {
  if (!dialog.classList.contains("jp-Dialog")) return;
  const buttons = [...dialog.querySelectorAll<HTMLElement>(".jp-Dialog-footer button")];
  const [losing, harmless] = [true, false].map((loses) =>
    buttons.find(({ textContent }) => LOSES.test(textContent?.trim() ?? "") === loses),
  );
  if (losing !== undefined) harmless?.focus();
}
