import { markdownTable } from "../../../tools/print/markdown-table.ts";
import type { StepMeasure } from "./outcome.ts";
import { type GpuResults, triedOf } from "./results.ts";

const TITLES = {
  "skip-gram": { noise: "Skip-Gram, noise words", tree: "Skip-Gram, hierarchical softmax" },
  cbow: { noise: "CBOW, noise words", tree: "CBOW, hierarchical softmax" },
} as const;

/** A few steps hardly change the loss of a large batch, and float32 rounds it. */
const ROUNDING = 1 + 1e-5;

/** Examples per second of each backend for each shape, and how many times those of native, or of wasm where native is missing. */
export function stepTable(results: GpuResults): string {
  const measured = triedOf(results).flatMap(([name, { steps }]) =>
    steps?.value?.length ? [{ name, steps: steps.value }] : [],
  );
  if (measured.length === 0) return "";
  const longest = measured.reduce((most, one) => (one.steps.length > most.steps.length ? one : most));
  const beside =
    measured.find(({ name }) => name === "native") ?? measured.find(({ name }) => name === "wasm");
  const rows = longest.steps.map((shape) => {
    const cpu = beside?.steps.find((one) => isAlike(one, shape));
    const cells = measured.map(({ name, steps }) => {
      const own = steps.find((one) => isAlike(one, shape));
      const ratio =
        own && cpu && name !== beside?.name
          ? ` (${(own.examplesPerSecond / cpu.examplesPerSecond).toFixed(1)} ×)`
          : "";
      const diverges = own && !(own.lastLoss <= own.firstLoss * ROUNDING) ? " !" : "";
      return own
        ? `${Math.round(own.examplesPerSecond / 1000).toLocaleString("en")}${ratio}${diverges}`
        : "-";
    });
    const title = TITLES[shape.architecture][shape.output];
    return [title, shape.words.toLocaleString("en"), shape.batchSize.toLocaleString("en"), ...cells];
  });
  const ratios = beside ? ` In brackets, times ${beside.name} of this machine.` : "";
  return `## Steps

Thousand training examples per second: the trainer's own update, 100 numbers per vector, the loss read at every tenth step.${ratios} "!": the loss on the same batch rose.

${markdownTable(["architecture", "V", "batch", ...measured.map(({ name }) => name)], rows)}`;
}

function isAlike(a: StepMeasure, b: StepMeasure): boolean {
  return (
    a.architecture === b.architecture &&
    a.output === b.output &&
    a.words === b.words &&
    a.batchSize === b.batchSize
  );
}
