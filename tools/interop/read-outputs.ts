import { readFileSync } from "node:fs";

/** An output of a cell in an .ipynb file, as far as the tests look. */
export interface Output {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: string | readonly string[];
  readonly ename?: string;
  readonly evalue?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A code cell that ran. */
export interface RunCell {
  readonly source: string;
  readonly tags: readonly string[];
  readonly executionCount: number | null;
  readonly outputs: readonly Output[];
}

/** The code cells of an executed notebook, in order. */
export function readOutputs(file: string): RunCell[] {
  const { cells } = JSON.parse(readFileSync(file, "utf8")) as { cells: readonly RawCell[] };
  return cells
    .filter(({ cell_type }) => cell_type === "code")
    .map(({ source, metadata, execution_count, outputs }) => ({
      source: [source].flat().join(""),
      tags: metadata.tags ?? [],
      executionCount: execution_count,
      outputs,
    }));
}

/** What a cell printed and its value, as a reader sees them. */
export function shown({ outputs }: RunCell): string {
  return outputs.map(outputText).join("");
}

function outputText({ text, ename, evalue, data }: Output): string {
  if (text !== undefined) return [text].flat().join("");
  if (ename !== undefined) return `${ename}: ${evalue}`;
  return [data?.["text/plain"] ?? ""].flat().join("");
}

interface RawCell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly metadata: { readonly tags?: readonly string[] };
  readonly execution_count: number | null;
  readonly outputs: readonly Output[];
}
