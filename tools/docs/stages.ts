import { markdownTable } from "../print/markdown-table.ts";

/** An entry of kernel-helpers/stages.json. */
export interface Stage {
  readonly name: string;
  /** Whether it also runs in a browser. */
  readonly runs: "portable" | "node";
  /** What comes in → what goes out. */
  readonly does: string;
}

/** Characters between the sides of a box of `stagePicture`. */
const WIDTH = 88;

/** The line of stages as a drawing: a box for those that run anywhere, one for those that need Node. */
export function stagePicture(stages: readonly Stage[]): string {
  const boxes = [box("in Node and in a browser", stages, "portable"), box("in Node only", stages, "node")];
  return ["```text", ...boxes.flat(), "```"].join("\n");
}

/** What each stage does. */
export function stageTable(stages: readonly Stage[]): string {
  return markdownTable(
    ["stage", "in → out"],
    stages.map(({ name, does }) => [`\`${name}\``, does]),
    { left: 2 },
  );
}

function box(title: string, stages: readonly Stage[], runs: Stage["runs"]): string[] {
  const names = stages.flatMap((stage, at) =>
    stage.runs === runs ? [at === stages.length - 1 ? stage.name : `${stage.name} →`] : [],
  );
  const lines = wrapped(names).map((line) => `│ ${line.padEnd(WIDTH - 2)} │`);
  return [`┌─ ${title} ${"─".repeat(WIDTH - title.length - 3)}┐`, ...lines, `└${"─".repeat(WIDTH)}┘`];
}

/** The words in lines that fit into a box. */
function wrapped(words: readonly string[]): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > WIDTH - 2) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
