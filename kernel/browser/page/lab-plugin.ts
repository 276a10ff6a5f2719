import { addCourseButtons } from "./course-buttons.ts";
import type { CourseLists } from "./course-lists.ts";
import { orSayWhy } from "./desk.ts";
import type { Application, MainMenu, NotebookTracker, Palette, Plugin } from "./front-end.ts";
import type { Packages } from "./packages.ts";
import { ProgressInWork } from "./progress-in-work.ts";
import type { ProgressSource } from "./progress-source.ts";
import { showProgress } from "./show-progress.ts";

/** A window in which the list of files would leave no room for a notebook. */
const NARROW = "(max-width: 700px)";

/** Folds the list of files in a narrow window, and when a window becomes narrow. */
function giveRoom({ shell }: Application, narrow: MediaQueryList): void {
  const fold = (): void => {
    if (narrow.matches) shell.collapseLeft?.();
  };
  narrow.addEventListener("change", fold);
  fold();
}

/**
 * The course in JupyterLab: the list of progress, and the way from a lesson to its exercises and back. `found` is told
 * where the progress is kept.
 */
export function labPlugin(
  packages: Packages,
  lists: CourseLists,
  found: (progress: ProgressSource) => void,
): Plugin {
  const { apputils, mainmenu, notebook } = packages;
  return {
    id: "word2vec-lab:course",
    autoStart: true,
    requires: [],
    optional: [notebook.INotebookTracker, mainmenu.IMainMenu, apputils.ICommandPalette],
    activate(app, tracker: NotebookTracker | null, menu: MainMenu | null, palette: Palette | null) {
      const progress = new ProgressInWork(app.serviceManager.contents);
      found(progress);
      const parts = { packages, lists, progress };
      const command = "word2vec-lab:progress";
      app.commands.addCommand(command, {
        label: "Progress",
        caption: "Which exercises you passed, and how many questions you answered",
        execute: () => orSayWhy(parts, () => showProgress(parts)),
      });
      palette?.addItem({ command, category: "Course" });
      menu?.fileMenu.addGroup([{ command }], 4);
      void app.restored.then(() => giveRoom(app, matchMedia(NARROW)));
      tracker?.widgetAdded.connect((_, panel) => void addCourseButtons(app, panel, parts));
    },
  };
}
