import { describeSpecimens } from "./specimens.suite.ts";

describeSpecimens(Number(process.env.W2V_SEEDS ?? 8));
