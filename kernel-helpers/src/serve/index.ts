export { isKnownHost } from "./known-host.ts";
export { type ServedFolder, serveFolder } from "./serve-folder.ts";
