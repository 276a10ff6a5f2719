import type { Plugin, ThemeManager } from "./front-end.ts";
import type { Packages } from "./packages.ts";

/** The command that the theme menu runs. */
const CHOOSE = "apputils:change-theme";

/**
 * Makes the theme menu work while the theme follows the system: JupyterLab then only stops following, and forgets which
 * theme was chosen. `remember` is told "light" or "dark", or undefined while the system decides.
 */
export function themePlugin(
  name: string,
  { apputils }: Packages,
  remember: (theme: "light" | "dark" | undefined) => void = () => {},
): Plugin {
  return {
    id: `${name}:theme`,
    autoStart: true,
    requires: [apputils.IThemeManager],
    activate(app, themes: ThemeManager) {
      app.commands.commandExecuted.connect((_, { id, args, result }) => {
        const { theme } = args as { readonly theme?: string };
        if (id !== CHOOSE || theme === undefined) return;
        void result.then(() => (themes.theme === theme ? undefined : themes.setTheme(theme)));
      });
      themes.themeChanged.connect(() => {
        const { theme } = themes;
        if (theme === null || themes.isToggledAdaptiveTheme()) remember(undefined);
        else remember(themes.isLight(theme) ? "light" : "dark");
      });
    },
  };
}
