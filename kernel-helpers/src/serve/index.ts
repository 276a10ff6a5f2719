export { chatFiles } from "./chat-files.ts";
export { isKnownHost } from "./known-host.ts";
export { questionKeeper } from "./question-keeper.ts";
export { serveFaq } from "./serve-faq.ts";
export { type ServedFolder, serveFolder } from "./serve-folder.ts";
