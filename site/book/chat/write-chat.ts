import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { projectRoot } from "../../../setup/paths.mjs";
import type { Course } from "../../../tools/course/course-list.ts";
import { chatFaq } from "./chat-faq.ts";

/** The lesson that builds the chat: a course without it has no such page. */
const LESSON = "14-customer-service";

/** Whether the site of a course has the chat. */
export function hasChat({ lessons }: Pick<Course, "lessons">): boolean {
  return lessons.some(({ id }) => id === LESSON);
}

/**
 * Writes what the chat's page loads: chat.js, a plain script; chat-faq.js, a script and no JSON, since a page from a file may load scripts and fetch nothing;
 * and the notice that goes with the sections.
 */
export async function writeChat(assets: string): Promise<void> {
  const datasets = join(projectRoot, "datasets");
  await build({
    entryPoints: { chat: join(projectRoot, "site/book/chat/main.ts") },
    outdir: assets,
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    conditions: ["source", "browser"],
    // the library asks where it lies, to find data sets, of which this page needs none
    define: { "import.meta.url": "w2vPage" },
    banner: { js: "var w2vPage = document.baseURI;" },
    tsconfigRaw: {},
    legalComments: "none",
    logLevel: "error",
  });
  const data = JSON.stringify(chatFaq(datasets)).replaceAll("<", "\\u003c");
  await writeFile(join(assets, "chat-faq.js"), `window.chatFaq = ${data};\n`);
  await copyFile(join(datasets, "debian-faq/NOTICE"), join(assets, "chat-faq.notice.txt"));
}
