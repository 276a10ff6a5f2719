type Keep = () => Pick<Storage, "getItem" | "setItem" | "removeItem">;

const keyOf = (site: string): string => `word2vec-lab:theme:${site}`;

/** The theme that the learner chose for the site at the path `site`; undefined if the system decides. */
export function rememberedTheme(storage: Keep, site: string): "light" | "dark" | undefined {
  try {
    const theme = storage().getItem(keyOf(site));
    return theme === "light" || theme === "dark" ? theme : undefined;
  } catch {
    return undefined; // a browser that stores nothing for pages
  }
}

/** Remembers a theme for the loading screen, which comes before the front end knows its settings. */
export function rememberTheme(storage: Keep, site: string, theme: "light" | "dark" | undefined): void {
  try {
    if (theme === undefined) storage().removeItem(keyOf(site));
    else storage().setItem(keyOf(site), theme);
  } catch {
    // then the loading screen has the system's colours
  }
}
