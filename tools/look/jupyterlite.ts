import { join } from "node:path";
import { serveFolder } from "../../kernel-helpers/src/serve/index.ts";
import { projectRoot } from "../../setup/paths.mjs";
import { builtTry } from "../../site/browser/build-try.ts";
import { openLabPage } from "../../site/browser/test/page/open-lab-page.ts";
import { siteWithApp } from "../../site/browser/test/parity/site-with-app.ts";
import { openChromium, WEBGL } from "../browser/open-chromium.ts";
import { findProgram } from "../programs/find-program.ts";
import { answerExercise, VERDICT } from "./answer-exercise.ts";
import { picturesOf } from "./pictures-of.ts";
import { playView, VIEW } from "./play-views.ts";

/** Takes pictures of the course in JupyterLite: a lesson and its views, exercises with a wrong and a right answer, the list of progress. */
export async function lookAtJupyterlite(folder: string): Promise<void> {
  const chromium = findProgram("chromium");
  if (chromium === undefined)
    throw new Error("Cannot take pictures: there is no Chromium. Remedy: install it");
  const place = join(projectRoot, "build/look/jupyterlite");
  siteWithApp(await builtTry(), join(place, "site"));
  const host = await serveFolder(place, { port: 0, isolated: true });
  const browser = await openChromium(chromium, WEBGL);
  try {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      serviceWorkers: "block",
    });
    const lab = await openLabPage(context, `${host.url}site/`);
    await lab.open("notebooks/04-cbow.ipynb");
    await picturesOf(lab.page, folder, "lite-lesson");
    await playView(lab.page, "await stepThrough(", "Next");
    await picturesOf(lab.page, folder, "lite-step", VIEW);
    await lab.open("notebooks/00-start-here.ipynb");
    await playView(lab.page, "await trainingPlayer(", "20 epochs");
    await picturesOf(lab.page, folder, "lite-training", VIEW);
    await lab.open("exercises/04-cbow-exercises.ipynb");
    await picturesOf(lab.page, folder, "lite-exercises");
    await answerExercise(lab.page, "wrong");
    await picturesOf(lab.page, folder, "lite-check-fails", VERDICT);
    await answerExercise(lab.page, "right");
    await picturesOf(lab.page, folder, "lite-check-passes", VERDICT);
    const shown = lab.command("word2vec-lab:progress");
    await lab.page.waitForSelector(".jp-Dialog");
    await picturesOf(lab.page, folder, "lite-progress");
    await lab.page.keyboard.press("Escape");
    await shown;
  } finally {
    await browser.close();
    await host.close();
  }
}
