import { table } from "../display/index.ts";
import type { ExaminedBackend } from "./examine-backends.ts";
import { twoColumns } from "./help.ts";
import { gibibytes } from "./machine.ts";
import { stepSpeedMeaning } from "./step-speed.ts";

/** The backends of the tensor engine as a table, and below it why some are not usable or not taken, and the fix. */
export function backendLines(backends: readonly ExaminedBackend[]): string[] {
  const rows = backends.map((backend) => ({
    backend: backend.name,
    usable: backend.usable ? "yes" : "no",
    memory: memoryOf(backend),
    "pairs/s": backend.pairsPerSecond === undefined ? "" : rounded(backend.pairsPerSecond),
    device: backend.device,
  }));
  const text = String(table(rows).mimeBundle["text/plain"]);
  const remarks = backends.flatMap(({ name, why, fix }): [string, string][] => [
    ...(why === "" ? [] : ([[name, why]] as [string, string][])),
    ...(fix === "" ? [] : ([["", `fix: ${fix}`]] as [string, string][])),
  ]);
  const taken = backends.find(({ name, usable, software }) => usable && !software && name !== "cpu");
  const measured = backends.some(({ pairsPerSecond }) => pairsPerSecond !== undefined);
  return [
    "Backends, best first",
    ...text.split("\n").map((line) => `  ${line}`),
    ...(measured ? [`  ${stepSpeedMeaning}`] : []),
    ...(taken
      ? [`  taken: ${taken.name}, the first usable one, unless W2V_BACKEND or --backend names another`]
      : []),
    ...(remarks.length > 0 ? ["", ...twoColumns(remarks)] : []),
  ];
}

/** Two digits: a machine that others use too gives no more. */
function rounded(speed: number): string {
  return Number(speed.toPrecision(2)).toLocaleString("en");
}

function memoryOf({ memory, largestTensor }: ExaminedBackend): string {
  if (memory !== undefined) return `${gibibytes(memory)} GiB`;
  return largestTensor === undefined ? "" : `${gibibytes(largestTensor)} GiB a tensor`;
}
