export { type ServedFolder, serveFolder } from "./serve-folder.ts";
