import { WEBGL } from "../../../tools/browser/open-chromium.ts";
import { findProgram } from "../../../tools/programs/find-program.ts";
import { describeLessons } from "./parity/describe-lessons.ts";

const path = findProgram("chromium") ?? "";
describeLessons({ name: "chromium", path, options: WEBGL }, ["04-cbow"]); // the others: npm run test:all
