import { RULES, type Rule } from "../mutate/rules.ts";
import { FORMULA_RULES } from "./formula-rules.ts";
import { PROGRAM_RULES } from "./program-rules.ts";

/** What goes wrong in a learner's function, beside the changes of any source. */
export const LEARNERS_RULES: readonly Rule[] = [...RULES, ...FORMULA_RULES, ...PROGRAM_RULES];
