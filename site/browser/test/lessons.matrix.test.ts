import { WEBGL } from "../../../tools/browser/open-chromium.ts";
import { findProgram } from "../../../tools/programs/find-program.ts";
import { describeLessons, LESSONS } from "./parity/describe-lessons.ts";

describeLessons(
  { name: "chromium", path: findProgram("chromium") ?? "", options: WEBGL },
  LESSONS.filter((id) => id !== "04-cbow"), // npm test runs it
);
