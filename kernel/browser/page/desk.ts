import type { CourseFiles } from "./course-files.ts";
import type { CourseLists } from "./course-lists.ts";
import type { Application, NotebookTracker } from "./front-end.ts";
import type { LearnerFiles } from "./learner-files.ts";
import type { Packages } from "./packages.ts";
import type { ProgressSource } from "./progress-source.ts";

/** What the commands for a learner's work need. */
export interface Desk {
  readonly app: Application;
  readonly packages: Packages;
  readonly course: CourseFiles;
  readonly files: LearnerFiles;
  readonly lists: CourseLists;
  readonly progress: ProgressSource;
  /** Absent in the file browser. */
  readonly tracker: NotebookTracker | null;
}

/** Runs a command; shows any error in the page. */
export async function orSayWhy(
  { packages }: Pick<Desk, "packages">,
  run: () => Promise<void>,
): Promise<void> {
  try {
    await run();
  } catch (error) {
    packages.apputils.Notification.error(error instanceof Error ? error.message : String(error), {
      autoClose: false,
    });
  }
}
