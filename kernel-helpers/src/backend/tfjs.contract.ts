import type { BackendName, Openers } from "./contract.ts";

/** Type of "#tfjs" for portable files: they are checked against this, never against one run-time's file. */
export declare const openers: Openers;

/** The backends that this run-time can have, the best first. */
export declare const names: readonly BackendName[];
