import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../setup/paths.mjs";

/** A notebook with the first wrong answer of lesson 04's exercises and its check, as a learner would run them. */
export function wrongAnswer(): object {
  const specimens = readFileSync(join(projectRoot, "solutions/src/04-cbow.wrong.ts"), "utf8");
  const [, answer = ""] = /^\/\/ %% exercise="hidden-layer".*\n([\s\S]*?)\n\n\/\/ %%/.exec(specimens) ?? [];
  const sources = [
    'import { addScaled, check, row, type Table } from "kernel-helpers";',
    answer,
    'await check("04-cbow/hidden-layer", hiddenLayer);',
  ];
  const kernelspec = { name: "w2v", display_name: "TypeScript (word2vec-lab)", language: "typescript" };
  const cells = sources.map((source, index) => ({
    ...{ cell_type: "code", id: `cell-${index}`, execution_count: null, metadata: {}, outputs: [] },
    source,
  }));
  return { nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells };
}
