import { markdownTable } from "../../../tools/print/markdown-table.ts";
import { profileLines } from "./profile-lines.ts";
import { deviceOf, type GpuResults, oneLine, triedOf } from "./results.ts";
import { stepTable } from "./step-table.ts";

/** The results as a page. */
export function resultsPage(results: GpuResults): string {
  const { date, quick, machine, driver } = results;
  const gpus = driver.gpus.map(({ name, memory = "memory unknown" }) => `${name}, ${memory}`);
  return `# The backends on ${deviceOf(results)}

${date}. ${machine}. NVIDIA driver: ${driver.version ?? `none (${driver.note})`}${gpus.length > 0 ? `; ${gpus.join("; ")}` : ""}.
${quick ? "\nMade with `--quick`: the figures mean little.\n" : ""}
${[backendTable, agreementTable, stepTable, corpusTable, memoryTable, profileLines]
  .map((section) => section(results))
  .filter(Boolean)
  .join("\n\n")}

Made by \`npm run bench:gpu\`; docs/gpu.md says what the parts are.
`;
}

function backendTable(results: GpuResults): string {
  const tried = triedOf(results);
  const rows = tried.map(([name, { open, contract }]) => {
    if (!open?.ok) return [name, `not usable: ${oneLine(open?.why ?? "not tried")}`, "-", "-"];
    const tests = contract?.ok
      ? `${contract.value.passed} passed, ${contract.value.failed.length} failed`
      : oneLine(contract?.why ?? "not tried");
    const emulated = open.value.software ? ", emulated on the CPU: a slice was measured" : "";
    return [name, `${open.value.device}${emulated}`, String(open.value.firstResult), tests];
  });
  const failed = tried.flatMap(([name, { contract }]) =>
    contract?.ok ? contract.value.failed.map((one) => `- ${name}: ${one.name}: ${oneLine(one.message)}`) : [],
  );
  const unfinished = tried.flatMap(([name, parts]) =>
    Object.entries(parts).flatMap(([part, outcome]) =>
      outcome.ok || part === "open" || part === "contract"
        ? []
        : [`- ${name}, ${part}: ${oneLine(outcome.why)}`],
    ),
  );
  const lines = (title: string, list: readonly string[]): string =>
    list.length > 0 ? `\n\n${title}\n\n${list.join("\n")}` : "";
  return (
    `## Backends\n\nMilliseconds from the start to the first sum that is read; tests of the contract suites.\n\n` +
    markdownTable(["backend", "device", "first sum, ms", "contract"], rows, { left: 2 }) +
    lines("Tests that failed:", failed) +
    lines("Parts that did not end:", unfinished)
  );
}

function agreementTable(results: GpuResults): string {
  const rows = triedOf(results).flatMap(([name, { agreement }]) =>
    (agreement?.value ?? []).map(({ training, loss, lossDifference, vectorDifference }) => [
      name,
      training,
      loss.toFixed(4),
      lossDifference.toExponential(1),
      vectorDifference.toExponential(1),
    ]),
  );
  if (rows.length === 0) return "";
  const head = ["backend", "training", "last loss on cpu", "loss differs by", "vectors differ by"];
  return `## The same trainings on cpu\n\nThe same seed; largest differences of a reported loss and of a number of a vector.\n\n${markdownTable(head, rows, { left: 2 })}`;
}

function corpusTable(results: GpuResults): string {
  // without any known word there is no correlation, and JSON writes null
  const digits = (share: number | null | undefined): string =>
    typeof share === "number" && Number.isFinite(share) ? (100 * share).toFixed(1) : "-";
  const rows = triedOf(results).flatMap(([name, { corpus }]) =>
    (corpus?.value ?? []).map((one) => [
      name,
      one.batchSize.toLocaleString("en"),
      one.seconds.toFixed(1),
      Math.round(one.wordsPerSecond / 1000).toLocaleString("en"),
      `${one.firstLoss.toFixed(3)} → ${one.lastLoss.toFixed(3)}`,
      digits(one.wordsim),
      digits(one.analogies),
    ]),
  );
  if (rows.length === 0) return "";
  const head = ["backend", "batch", "seconds", "1000 words/s", "loss", "WordSim", "analogies"];
  return `## The State of the Union\n\nOne epoch of Skip-Gram, 5 noise words, 100 numbers per vector. WordSim-353: Spearman's correlation times 100; analogies: share solved times 100.\n\n${markdownTable(head, rows)}`;
}

function memoryTable(results: GpuResults): string {
  const rows = triedOf(results).flatMap(([name, { memory }]) => {
    if (!memory?.value) return [];
    const { steps, process, gpu } = memory.value;
    const some = (list: readonly number[]): string => [0, 4, 9].map((at) => list[at] ?? "-").join(" / ");
    return [[name, steps.toLocaleString("en"), some(process), gpu ? some(gpu) : "-"]];
  });
  if (rows.length === 0) return "";
  const head = ["backend", "steps", "process, MB", "all GPUs, MB"];
  return `## Memory\n\nSkip-Gram and CBOW in turns, each batch of another size; at a tenth, in the middle and at the end.\n\n${markdownTable(head, rows)}`;
}
