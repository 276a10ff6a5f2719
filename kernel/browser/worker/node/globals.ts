/** Stand-ins for Node's global names in the kernel; cells do not see them. */
export { Buffer } from "buffer";
export { setImmediate } from "../set-immediate.ts";
export { process } from "./process.ts";
