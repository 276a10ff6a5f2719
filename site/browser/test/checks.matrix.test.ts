import { findProgram } from "../../../tools/programs/find-program.ts";
import { answersOfToday, describeChecks } from "./parity/describe-checks.ts";
import { LESSONS } from "./parity/describe-lessons.ts";

describeChecks(
  { name: "chromium", path: findProgram("chromium") ?? "" },
  LESSONS.filter((id) => id !== "04-cbow"), // npm test checks it
  answersOfToday,
);
