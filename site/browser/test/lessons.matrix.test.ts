import { WEBGL } from "../../../tools/browser/open-chromium.ts";
import { findProgram } from "../../../tools/programs/find-program.ts";
import { ofToday } from "../../../tools/test/of-today.ts";
import { describeLessons, LESSONS } from "./parity/describe-lessons.ts";

describeLessons(
  { name: "chromium", path: findProgram("chromium") ?? "", options: WEBGL },
  LESSONS.filter((id, place) => id !== "04-cbow" && ofToday(place, 4)), // npm test runs lesson 04
);
