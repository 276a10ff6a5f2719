import { describeSpecimens } from "./specimens.suite.ts";

// npm test judges each answer with a few seeds; this file is for more of them
describeSpecimens(Number(process.env.W2V_SEEDS ?? 1));
