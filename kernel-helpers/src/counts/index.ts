export { type CooccurrenceOptions, type Cooccurrences, cooccurrences } from "./cooccurrences.ts";
export { type PmiOptions, pmiTable } from "./pmi-table.ts";
