import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { projectRoot } from "../../../setup/paths.mjs";
import { isKnownHost, serveFolder } from "../serve/index.ts";
import { textOption } from "./arguments.ts";
import type { Arguments, Command } from "./command.ts";
import { portOption } from "./option-values.ts";
import { untilStopped } from "./until-stopped.ts";
import { UsageError } from "./usage-error.ts";

const PORT = 8765;

/** `w2v serve-site`: serves the course's site on this machine, including the lessons that run in the browser. */
export const serveSiteCommand: Command = {
  name: "serve-site",
  summary: "the course's site in your browser, where lessons run with nothing installed",
  positionals: "[FOLDER]",
  options: {
    port: { value: "N", help: `the port to listen on (default: ${PORT}; 0 takes a free one)` },
    host: {
      value: "NAME",
      help: "answers requests for this host too, such as a proxy's; others are refused (default: this machine's names)",
    },
    isolated: { help: "sends the headers that let pages use several threads; most static hosts do not" },
  },
  notes: [
    "FOLDER is a site written by npm run course or npm run site (default: build/site). Only this machine",
    "can open it. Ctrl-C stops the server. A browser keeps your work per address: use the same port each time.",
  ],
  examples: ["w2v serve-site", "w2v serve-site /media/stick/site --port 9000"],
  run: serveSite,
};

async function serveSite(given: Arguments): Promise<number> {
  const [folder = join(projectRoot, "build/site"), ...more] = given.positionals;
  const port = portOption(given) ?? PORT;
  if (more.length > 0)
    throw new UsageError("Cannot serve the site: more than one folder was given. Remedy: give one FOLDER");
  const host = textOption(given, "host");
  if (host !== undefined && !isKnownHost(host, host)) {
    throw new UsageError(
      `Cannot serve the site as --host must be a name such as lab.example or lab.example:8443: current value is "${host}"`,
    );
  }
  if (!existsSync(join(folder, "index.html"))) {
    throw new Error(
      `Cannot serve ${shown(folder)}: it has no index.html. Remedy: run npm run course, which writes build/site`,
    );
  }
  const served = await serveFolder(folder, { port, host, isolated: given.options.isolated === true });
  const stopped = untilStopped(); // before the line that says how to stop it
  console.log(`the course is at ${served.url}, on this machine only; Ctrl-C stops it`);
  await stopped;
  await served.close();
  return 0;
}

/** A path as the user would type it in the current folder. */
function shown(folder: string): string {
  const path = relative(process.cwd(), resolve(folder));
  return path === "" ? "." : path;
}
