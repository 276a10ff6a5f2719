import type { Host } from "./contract.ts";

/** Type of "#host" for portable files: they are checked against this, never against one run-time's file. */
export declare const host: Host;
