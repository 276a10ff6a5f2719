import { findProgram } from "../../../tools/programs/find-program.ts";
import { describeChecks } from "./parity/describe-checks.ts";

describeChecks({ name: "chromium", path: findProgram("chromium") ?? "" }, ["04-cbow"]); // the others: npm run test:all
