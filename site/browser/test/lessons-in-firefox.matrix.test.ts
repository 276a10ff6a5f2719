import { findProgram } from "../../../tools/programs/find-program.ts";
import { describeLessons, LESSONS } from "./parity/describe-lessons.ts";

// Firefox runs the two lessons that train longest
describeLessons(
  { name: "firefox", path: findProgram("firefox") ?? "" },
  LESSONS.filter((id) => /^0[45]-/.test(id)),
);
