import type { ExaminedBackend } from "./examine-backends.ts";
import { indentedColumns } from "./indented-columns.ts";
import { gibibytes } from "./machine.ts";
import { stepSpeedMeaning } from "./step-speed.ts";

/**
 * The backends of the tensor engine as a table. Below it: why some are not usable or not chosen, and how to fix that.
 */
export function backendLines(backends: readonly ExaminedBackend[]): string[] {
  const rows = backends.map((backend) => [
    backend.name,
    backend.usable ? "yes" : "no",
    memoryOf(backend),
    backend.pairsPerSecond === undefined ? "" : rounded(backend.pairsPerSecond),
    backend.device,
  ]);
  const remarks = backends.flatMap(({ name, why, fix }): [string, string][] => [
    ...(why === "" ? [] : ([[name, why]] as [string, string][])),
    ...(fix === "" ? [] : ([["", `fix: ${fix}`]] as [string, string][])),
  ]);
  const taken = backends.find(({ name, usable, software }) => usable && !software && name !== "cpu");
  const measured = backends.some(({ pairsPerSecond }) => pairsPerSecond !== undefined);
  return [
    "Backends, best first",
    ...indentedColumns([["backend", "usable", "memory", "pairs/s", "device"], ...rows]),
    ...(measured ? [`  ${stepSpeedMeaning}`] : []),
    ...(taken
      ? [`  chosen: ${taken.name}, the first usable one, unless W2V_BACKEND or --backend names another`]
      : []),
    ...(remarks.length > 0 ? ["", ...indentedColumns(remarks)] : []),
  ];
}

/** Two significant digits: on a shared machine a measurement is no more precise than that. */
function rounded(speed: number): string {
  return Number(speed.toPrecision(2)).toLocaleString("en");
}

function memoryOf({ memory, largestTensor }: ExaminedBackend): string {
  if (memory !== undefined) return `${gibibytes(memory)} GiB`;
  return largestTensor === undefined ? "" : `${gibibytes(largestTensor)} GiB a tensor`;
}
