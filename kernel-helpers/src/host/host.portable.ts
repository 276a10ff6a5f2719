import type { Host } from "./contract.ts";

/** Type of "#host" for portable files, which are checked against this and never against one run-time's file. */
export declare const host: Host;
