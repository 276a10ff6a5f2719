import { escapeControls } from "../base/index.ts";
import type { ModelCard } from "./text-classifier.ts";

/** A model card as Markdown. Names of classes and files come from anybody: each stays on its line and in its cell. */
export function cardText({ title, data, licence, scores, limits }: ModelCard): string {
  const rows = Object.entries(scores).map(
    ([name, score]) => `| ${plain(name).replaceAll("|", "\\|")} | ${score.toFixed(3)} |`,
  );
  return [
    `# ${plain(title)}`,
    "",
    `${TEXTS} ${plain(data)}`,
    "",
    `**Licence:** ${plain(licence)}`,
    "",
    ...(rows.length > 0 ? ["| measured | |", "|---|---|", ...rows, ""] : []),
    `${LIMITS} ${plain(limits)}`,
    "",
  ].join("\n");
}

/** Whether `cardText` wrote the text. */
export function isCardText(text: string): boolean {
  return [TEXTS, LIMITS].every((start) => text.includes(`\n${start} `));
}

const TEXTS = "**Texts:**";
const LIMITS = "**Not for:**";

function plain(text: string): string {
  return escapeControls(text.replace(/\s+/g, " "));
}
