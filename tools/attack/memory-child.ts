// Started by measured.ts as a child: calls a function of a module and says by how much the memory of this process grew.
import { readFileSync } from "node:fs";

/** What to call: the function `name` of `module`, an address, with `given`. */
export interface Call {
  readonly module: string;
  readonly name: string;
  readonly given: readonly unknown[];
}

/** What came of it. */
export interface Measured {
  readonly result: unknown;
  /** Bytes by which the most memory that the process ever had has grown: what an earlier call took does not count again. */
  readonly grown: number;
}

process.on("message", async ({ module, name, given }: Call) => {
  const work = ((await import(module)) as Record<string, (...given: readonly unknown[]) => unknown>)[name];
  if (work === undefined) throw new Error(`Cannot measure: ${module} has no ${name}`);
  const before = mostMemory();
  const result = await work(...given);
  process.send?.({ result, grown: mostMemory() - before } satisfies Measured);
});

/**
 * Bytes of address space, at most so far: memory that was taken and never touched counts, which resident memory leaves out,
 * such as an array for 10^9 words of which none came.
 */
function mostMemory(): number {
  const found = /^VmPeak:\s*(\d+) kB/m.exec(readFileSync("/proc/self/status", "utf8"));
  return 1024 * Number(found?.[1]);
}
