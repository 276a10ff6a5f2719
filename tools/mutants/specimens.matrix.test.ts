import { describeSpecimens } from "./specimens.suite.ts";

describeSpecimens(200);
