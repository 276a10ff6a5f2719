import type { ModelCard } from "./text-classifier.ts";

/** A model card as Markdown. */
export function cardText({ title, data, licence, scores, limits }: ModelCard): string {
  const rows = Object.entries(scores).map(([name, score]) => `| ${name} | ${score.toFixed(3)} |`);
  return [
    `# ${title}`,
    "",
    `**Texts:** ${data}`,
    "",
    `**Licence:** ${licence}`,
    "",
    ...(rows.length > 0 ? ["| measured | |", "|---|---|", ...rows, ""] : []),
    `**Not for:** ${limits}`,
    "",
  ].join("\n");
}
