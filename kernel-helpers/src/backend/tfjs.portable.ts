import type { BackendName, Openers } from "./contract.ts";

/** Type of "#tfjs" for portable files, which are checked against this and never against one run-time's file. */
export declare const openers: Openers;

/** The backends of this run-time, best first. */
export declare const names: readonly BackendName[];
