import { shareChromium } from "../../../tools/browser/open-chromium.ts";
import { builtCourse } from "../../../tools/course/built-course.ts";
import { findProgram } from "../../../tools/programs/find-program.ts";
import { builtTry } from "../build-try.ts";

/** Before the tests that need a browser: builds the site and runs the lessons in Node once, and starts the Chromium that they share. */
export async function setup(): Promise<() => Promise<void>> {
  const chromium = findProgram("chromium");
  if (chromium === undefined) return async () => {};
  await builtTry();
  await builtCourse();
  return shareChromium(chromium);
}
