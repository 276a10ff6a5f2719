import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundleExtension } from "./extension.mjs";
import { fingerprint, isStamped, stamp } from "./step.mjs";

const NAME = "word2vec-lab";

/**
 * Bundles the course's extension of JupyterLab into `.venv`, if a source changed since the last time: the list of
 * progress, the way from a lesson to its exercises and back, and figures in the theme's colours.
 *
 * @param {string} root the project's folder
 * @returns {Promise<string>}
 */
export async function installLabExtension(root) {
  const folder = join(root, ".venv/share/jupyter/labextensions", NAME);
  const mark = join(folder, ".w2v-setup");
  const value = sourceState(root);
  if (isStamped(mark, value)) return "unchanged";
  rmSync(folder, { recursive: true, force: true });
  await bundleExtension(root, {
    folder,
    name: NAME,
    entry: "kernel/browser/page/lab-extension.ts",
    lists: await courseLists(root),
  });
  stamp(mark, value);
  return "installed";
}

/**
 * What the extension knows of the course: its lessons, the exercises with their points, and the questions.
 *
 * @param {string} root
 */
async function courseLists(root) {
  const library = join(root, "kernel-helpers/dist/index.js");
  const { exercises, loadQuestions } = await import(pathToFileURL(library).href);
  const course = JSON.parse(readFileSync(join(root, "solutions/course.json"), "utf8"));
  return {
    lessons: course.lessons.map((/** @type {Record<string, unknown>} */ { id, title, exercises }) => ({
      id,
      title,
      exercises,
    })),
    exercises: Object.values(exercises).map(({ id, points }) => ({ id, points })),
    questions: Object.keys(await loadQuestions()),
  };
}

/** Files and folders that the extension is made of. */
const INPUTS = [
  "kernel/browser/page",
  "kernel-helpers/src/host/progress-record.ts",
  "kernel-helpers/src/practice",
  "kernel-helpers/views",
  "package-lock.json",
  "setup/extension.mjs",
  "setup/labextension.mjs",
  "setup/plotly.mjs",
  "solutions/course.json",
];

/**
 * Names, sizes and times of everything that the extension is made of.
 *
 * @param {string} root
 */
function sourceState(root) {
  const files = INPUTS.flatMap((input) => {
    const place = join(root, input);
    if (!existsSync(place) || !statSync(place).isDirectory()) return [place];
    return readdirSync(place, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => join(place, name))
      .sort();
  });
  return fingerprint(
    files.map((file) => {
      const { size, mtimeMs } = statSync(file);
      return `${file} ${size} ${mtimeMs}`;
    }),
  );
}
