import { findProgram } from "../../../tools/programs/find-program.ts";
import { ofToday } from "../../../tools/test/of-today.ts";
import { describeChecks } from "./parity/describe-checks.ts";
import { LESSONS } from "./parity/describe-lessons.ts";

// npm test checks lesson 04, and every answer in Node; a page takes a second for each answer
describeChecks(
  { name: "chromium", path: findProgram("chromium") ?? "" },
  LESSONS.filter((id, place) => id !== "04-cbow" && ofToday(place, 4)),
  (place) => ofToday(place, 5),
);
