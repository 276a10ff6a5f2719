import { addCourseButtons } from "./course-buttons.ts";
import { CourseFiles } from "./course-files.ts";
import type { CourseLists } from "./course-lists.ts";
import { type Desk, orSayWhy } from "./desk.ts";
import { downloadWork } from "./download-work.ts";
import type { MainMenu, NotebookTracker, Palette, Plugin } from "./front-end.ts";
import { LearnerFiles } from "./learner-files.ts";
import type { Packages } from "./packages.ts";
import type { ProgressSource } from "./progress-source.ts";
import { resetLesson } from "./reset-lesson.ts";
import { showProgress } from "./show-progress.ts";
import { tellNews } from "./tell-news.ts";

/** What a learner can do with their work, in the order of the menu. */
const COMMANDS: readonly {
  readonly id: string;
  readonly label: string;
  readonly caption: string;
  readonly run: (desk: Desk) => Promise<void>;
}[] = [
  {
    id: "word2vec-lab:download-work",
    label: "Download my work",
    caption: "A zip file of the notebooks that you changed: a browser may drop what it stores",
    run: downloadWork,
  },
  {
    id: "word2vec-lab:reset-lesson",
    label: "Reset this lesson…",
    caption: "The lesson as it was at first; what you wrote stays as a copy",
    run: resetLesson,
  },
  {
    id: "word2vec-lab:progress",
    label: "Progress",
    caption: "Which exercises you passed and how many questions you answered, in this browser",
    run: showProgress,
  },
];

/** What the plugin needs besides the front end's packages. */
export interface WorkParts {
  readonly site: URL;
  readonly progress: ProgressSource;
  readonly lists: CourseLists;
}

/** The learner's work: commands in the File menu and the palette, buttons, news of the course. */
export function workPlugin(packages: Packages, { site, progress, lists }: WorkParts): Plugin {
  const { apputils, mainmenu, notebook } = packages;
  return {
    id: "word2vec-lab-kernel:work",
    autoStart: true,
    requires: [],
    optional: [notebook.INotebookTracker, mainmenu.IMainMenu, apputils.ICommandPalette],
    activate(app, tracker: NotebookTracker | null, menu: MainMenu | null, palette: Palette | null) {
      const desk: Desk = {
        app,
        packages,
        course: new CourseFiles(site),
        files: new LearnerFiles(app.serviceManager.contents),
        lists,
        progress,
        tracker,
      };
      for (const { id, label, caption, run } of COMMANDS) {
        app.commands.addCommand(id, { label, caption, execute: () => orSayWhy(desk, () => run(desk)) });
        palette?.addItem({ command: id, category: "Course" });
      }
      menu?.fileMenu.addGroup(
        COMMANDS.map(({ id }) => ({ command: id })),
        4,
      );
      tracker?.widgetAdded.connect((_, panel) => {
        void addCourseButtons(app, panel, desk);
        void orSayWhy(desk, () => tellNews(desk, panel));
      });
    },
  };
}
