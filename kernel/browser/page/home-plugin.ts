import type { Plugin } from "./front-end.ts";
import type { Packages } from "./packages.ts";

/** The course's name in place of JupyterLite's logo; it links to the list of lessons. */
export function homePlugin({ coreutils, widgets }: Packages, site: URL): Plugin {
  return {
    id: "word2vec-lab-kernel:home",
    autoStart: true,
    requires: [],
    activate(app) {
      const link = document.createElement("a");
      link.href = new URL("index.html", site).href;
      link.target = "_blank"; // the lesson stays open, and its kernel keeps the variables
      link.rel = "noopener";
      link.title = "All lessons";
      link.textContent = coreutils.PageConfig.getOption("appName");
      link.style.cssText =
        "padding: 2px 8px; line-height: 37px; font-weight: 600; color: var(--jp-content-link-color);";
      const place = new widgets.Widget({ node: link });
      place.id = "jp-NotebookLogo"; // the front end's styles use this id
      app.shell.add(place, "top", { rank: 0 });
    },
  };
}
