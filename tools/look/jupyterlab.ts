import { join } from "node:path";
import { projectRoot } from "../../setup/paths.mjs";
import { openChromium, WEBGL } from "../browser/open-chromium.ts";
import { startCourse } from "../jupyterlab/start-course.ts";
import { findProgram } from "../programs/find-program.ts";
import { answerExercise, VERDICT } from "./answer-exercise.ts";
import { picturesOf } from "./pictures-of.ts";
import { playView, VIEW } from "./play-views.ts";

/** Takes pictures of the course in JupyterLab: a lesson and its views, exercises with a wrong and a right answer, the list of progress. */
export async function lookAtJupyterlab(folder: string): Promise<void> {
  const chromium = findProgram("chromium");
  if (chromium === undefined)
    throw new Error("Cannot take pictures: there is no Chromium. Remedy: install it");
  const course = await startCourse(join(projectRoot, "build/look/jupyterlab"));
  const browser = await openChromium(chromium, WEBGL);
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const open = async (path: string, button: string): Promise<void> => {
      await page.goto(course.address(path));
      await page.getByRole("button", { name: button }).first().waitFor();
    };
    await open("notebooks/04-cbow.ipynb", "Exercises");
    await picturesOf(page, folder, "lab-lesson");
    await playView(page, "await stepThrough(", "Next");
    await picturesOf(page, folder, "lab-step", VIEW);
    await open("notebooks/00-start-here.ipynb", "Restart");
    await playView(page, "await trainingPlayer(", "20 epochs");
    await picturesOf(page, folder, "lab-training", VIEW);
    await open("exercises/04-cbow-exercises.ipynb", "Lesson");
    await picturesOf(page, folder, "lab-exercises");
    await answerExercise(page, "wrong");
    await picturesOf(page, folder, "lab-check-fails", VERDICT);
    await answerExercise(page, "right");
    await picturesOf(page, folder, "lab-check-passes", VERDICT);
    await page.getByRole("button", { name: "Progress" }).first().click();
    await page.waitForSelector(".jp-Dialog");
    await picturesOf(page, folder, "lab-progress");
  } finally {
    await browser.close();
    await course.lab.stop();
  }
}
