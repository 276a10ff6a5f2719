import type { Plugin } from "./front-end.ts";

const CHANGE = "apputils:change-theme";

/**
 * Makes the menu's first choice of a theme count. While the theme follows the system, as it does at first, JupyterLab's
 * command only ends that and leaves the old theme; run a second time, it changes the theme.
 */
export function themePlugin(): Plugin {
  return {
    id: "word2vec-lab-kernel:themes",
    autoStart: true,
    requires: [],
    activate({ commands }) {
      let repeated: unknown;
      commands.commandExecuted.connect(async (_, { id, args, result }) => {
        if (id !== CHANGE) return;
        const again = args.theme === repeated;
        repeated = again ? undefined : args.theme;
        await result;
        if (!again && document.body.dataset.jpThemeName !== args.theme) await commands.execute(CHANGE, args);
        else repeated = undefined;
      });
    },
  };
}
