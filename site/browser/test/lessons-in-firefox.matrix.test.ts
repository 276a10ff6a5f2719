import { findProgram } from "../../../tools/programs/find-program.ts";
import { ofToday } from "../../../tools/test/of-today.ts";
import { describeLessons, LESSONS } from "./parity/describe-lessons.ts";

// of the two lessons that train longest, one a day
describeLessons(
  { name: "firefox", path: findProgram("firefox") ?? "" },
  LESSONS.filter((id) => /^0[45]-/.test(id)).filter((_, place) => ofToday(place, 2)),
);
