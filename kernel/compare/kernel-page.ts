import type { BehaviourRow, CostName, Costs, KernelResults, Verdict } from "./kernel-results.ts";

/** Costs with their descriptions, their digits after the point and, if there is one, the target. */
const COSTS: readonly {
  name: CostName;
  words: string;
  digits: number;
  unit: string;
  below?: number;
}[] = [
  { name: "start_s", words: "start to the first reply", digits: 2, unit: "s", below: 2 },
  { name: "start_cpu_s", words: "… in processor time", digits: 2, unit: "s" },
  { name: "first_cell_ms", words: "first cell", digits: 0, unit: "ms", below: 200 },
  { name: "first_hundred_ms", words: "a cell, median of the first 100 of 1,000", digits: 1, unit: "ms" },
  { name: "first_hundred_cpu_ms", words: "… mean in processor time", digits: 1, unit: "ms" },
  { name: "last_hundred_ms", words: "a cell, median of the last 100", digits: 1, unit: "ms", below: 100 },
  { name: "last_hundred_cpu_ms", words: "… mean in processor time", digits: 1, unit: "ms" },
  { name: "replies_lost", words: "replies lost until then", digits: 0, unit: "" },
  { name: "rss_start_mb", words: "memory at the start", digits: 0, unit: "MB" },
  { name: "rss_end_mb", words: "memory after 1,000 cells", digits: 0, unit: "MB", below: 600 },
  { name: "rss_loaded_mb", words: "memory with TensorFlow.js¹", digits: 0, unit: "MB" },
  { name: "loaded_cell_ms", words: "a cell with TensorFlow.js¹", digits: 1, unit: "ms" },
  { name: "completion_ms", words: "completion with TensorFlow.js¹", digits: 0, unit: "ms", below: 150 },
  { name: "inspection_ms", words: "inspection with TensorFlow.js¹", digits: 0, unit: "ms", below: 150 },
  { name: "load", words: "load of the machine meanwhile²", digits: 1, unit: "" },
];

/** docs/kernel.md: what each kernel does, and what it costs. It contains only what the run found. */
export function kernelPage(results: KernelResults): string {
  const topics = [...new Set(results.behaviours.map(({ topic }) => topic))];
  return `<!-- Generated from kernel/compare/results.json: npm run compare-kernels -- --page -->

# The kernel beside others

Each line is a scenario that was run in all four kernels through jupyter_client, each in its own language and in a fresh
kernel; what stands in the table was computed from the messages that came back. **no** is a behaviour that is missing,
"not applicable" one that cannot occur in that language or kernel. The scenarios are in \`kernel/compare/behaviours/\`.

${results.machine}; ${results.versions}; ${results.measured.slice(0, 10)}, in ${Math.round(results.seconds / 60)} minutes.

${summary(results)}
${topics.map((topic) => section(results, topic)).join("\n")}
## Time and memory

${costTable(results)}

¹ ipykernel: NumPy. Memory is that of the process and its children (RSS). Medians of 5 starts, of 20 cells, of 10
completions and 5 inspections. A cell of the 1,000 is \`const x17 = 17; x17 + 1\`, each with a name of its own.

² Over the last minute when the kernel was done (${results.speedMeasured.slice(0, 10)}). Above 1, other programs took part of the machine's
cores, and times by the clock are longer than the kernel's own; those in processor time are not.
`;
}

function summary({ kernels, behaviours }: KernelResults): string {
  const counts = kernels.map(({ name, title }) => {
    const verdicts = behaviours.map(({ verdicts }) => verdicts[name]?.good);
    const good = verdicts.filter((good) => good === true).length;
    return `| ${title} | ${good} | ${verdicts.filter((good) => good === false).length} | ${verdicts.filter((good) => good === null).length} |`;
  });
  return `| kernel | yes | no | not applicable |\n|---|--:|--:|--:|\n${counts.join("\n")}\n`;
}

function section({ kernels, behaviours }: KernelResults, topic: string): string {
  const rows = behaviours.filter((row) => row.topic === topic).map((row) => rowText(row, kernels));
  return `## ${topic}

| | ${kernels.map(({ title }) => title).join(" | ")} |
|---|${kernels.map(() => "---|").join("")}
${rows.join("\n")}
`;
}

function rowText({ behaviour, verdicts }: BehaviourRow, kernels: KernelResults["kernels"]): string {
  return `| ${escaped(behaviour)} | ${kernels.map(({ name }) => verdictText(verdicts[name])).join(" | ")} |`;
}

function verdictText(verdict: Verdict | undefined): string {
  if (verdict === undefined) return "not measured";
  const text = escaped(verdict.text);
  return verdict.good === false ? text.replace(/^no\b/, "**no**") : text;
}

function escaped(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}

function costTable({ kernels, speed }: KernelResults): string {
  const head = ["", ...kernels.map(({ title }) => title), "target"];
  const rows = COSTS.map(({ name, words, digits, unit, below }) => [
    words,
    ...kernels.map((kernel) => costText(speed[kernel.name], name, digits, unit, below)),
    below === undefined ? "" : `< ${below} ${unit}`,
  ]);
  const rule = head.map((_, column) => (column === 0 ? "---" : "--:"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function costText(
  costs: Costs | undefined,
  name: CostName,
  digits: number,
  unit: string,
  below: number | undefined,
): string {
  const value = costs?.[name];
  if (value === undefined || value === null) return "none";
  const text = `${value.toFixed(digits)} ${unit}`.trim();
  // Written so that NaN is not within a target.
  return below === undefined || value < below ? text : `**${text}**`;
}
