import { markdownTable } from "../../tools/print/markdown-table.ts";

/** One training: which program did it, how long it took, and how good the vectors are. */
export interface Measurement {
  readonly architecture: "cbow" | "skip-gram";
  /** "tensor (wasm), batch 1024", "gensim, 1 thread". */
  readonly program: string;
  /** Learning rate at the start. */
  readonly alpha: number;
  /** Elapsed time, which is how long a user waits. */
  readonly seconds: number;
  /** Processor time of all threads, which other programs on the machine affect less. */
  readonly cpuSeconds: number;
  /** Examples (CBOW) or pairs (Skip-Gram) trained. */
  readonly pairs: number;
  /** Words of the corpus read, over all epochs. */
  readonly words: number;
  /** See `monthShare`. */
  readonly months: number;
  /** Load of the machine over the last minute when the training ended; the training itself counts as 1. */
  readonly load: number;
}

/** The measurements as a Markdown table. */
export function measurementTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map(
    ({ architecture, program, alpha, seconds, cpuSeconds, pairs, words, months, load }) => [
      architecture,
      program,
      `${alpha}`,
      seconds.toFixed(1),
      cpuSeconds.toFixed(1),
      thousands(pairs / seconds),
      thousands(pairs / cpuSeconds),
      thousands(words / seconds),
      months.toFixed(2),
      load.toFixed(1),
    ],
  );
  const head = [
    "architecture",
    "program",
    "α",
    "s",
    "CPU s",
    "1000 pairs/s",
    "1000 pairs/CPU s",
    "1000 words/s",
    "months",
    "load",
  ];
  return markdownTable(head, rows, { left: 2 });
}

function thousands(x: number): string {
  return Math.round(x / 1000).toLocaleString("en");
}
