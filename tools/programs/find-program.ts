import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Programs that tests use if they are there, with the names they go by and how to get them. */
const PROGRAMS = {
  chromium: {
    names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    get: "apt install chromium",
  },
  firefox: { names: ["firefox-esr", "firefox"], get: "apt install firefox-esr" },
  "g++": { names: ["g++"], get: "apt install g++" },
  bubblewrap: { names: ["bwrap"], get: "apt install bubblewrap" },
} as const;

/** The name of a program that tests may need. */
export type ProgramName = keyof typeof PROGRAMS;

/** The program's path, or undefined after printing which tests are skipped and how to get it. */
export function findProgram(name: ProgramName): string | undefined {
  const { names, get } = PROGRAMS[name];
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const found = names.flatMap((file) => folders.map((folder) => join(folder, file))).find(isExecutable);
  if (found === undefined)
    console.warn(`tests that need ${name} are skipped: it is not on the PATH (${get})`);
  return found;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
