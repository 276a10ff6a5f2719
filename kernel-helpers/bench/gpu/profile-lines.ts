import { markdownTable } from "../../../tools/print/markdown-table.ts";
import { type GpuResults, triedOf } from "./results.ts";

const MOST = 8; // kernels that are named

/** Where the time of a step goes, for each backend. */
export function profileLines(results: GpuResults): string {
  const sections = triedOf(results).flatMap(([name, { profile }]) => {
    if (!profile?.value) return [];
    const { words, batchSize, packing, calling, waiting, kernels } = profile.value;
    const calls = kernels.reduce((sum, one) => sum + one.calls, 0);
    const of = `${batchSize.toLocaleString("en")} examples of Skip-Gram, ${words.toLocaleString("en")} words`;
    const times = `packing ${packing.toFixed(1)} ms, calling TensorFlow.js ${calling.toFixed(1)} ms, waiting for the loss ${waiting.toFixed(1)} ms`;
    if (kernels.length === 0)
      return [`**${name}**, ${of}: ${times}. The backend does not tell the times of kernels.`];
    const rows = kernels
      .slice(0, MOST)
      .map((one) => [
        one.name,
        String(one.calls),
        one.milliseconds?.toFixed(2) ?? "-",
        one.megabytes.toFixed(1),
      ]);
    return [
      `**${name}**, ${of}: ${times}. ${calls} kernels:\n\n${markdownTable(["kernel", "calls", "ms", "MB of results"], rows)}`,
    ];
  });
  return sections.length > 0 ? `## Where the time of a step goes\n\n${sections.join("\n\n")}` : "";
}
