import { WEBGL } from "../../../tools/browser/open-chromium.ts";
import { findProgram } from "../../../tools/programs/find-program.ts";
import { describeLessons, LESSONS } from "./parity/describe-lessons.ts";

const chromium = findProgram("chromium") ?? "";
const firefox = findProgram("firefox") ?? "";
describeLessons(
  { name: "chromium", path: chromium, options: WEBGL },
  LESSONS.filter((id) => id !== "04-cbow"), // npm test runs it
);
// Firefox runs the two lessons that train longest
describeLessons(
  { name: "firefox", path: firefox },
  LESSONS.filter((id) => /^0[45]-/.test(id)),
);
