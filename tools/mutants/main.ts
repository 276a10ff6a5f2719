// npm run mutants           changes every right answer in one place at a time; its check may accept no change
// npm run mutants -- 04 05  the answers of some lessons
import "../print/plain-errors.ts";
import { projectRoot } from "../../setup/paths.mjs";
import { table } from "../print/table.ts";
import { outdated, unexplained } from "./explained.ts";
import { tryMutants } from "./mutants-of.ts";
import { answerScope, subjects } from "./subjects.ts";

const words = process.argv.slice(2);
const all = subjects(projectRoot);
const chosen = all.filter(
  ({ exercise }) => words.length === 0 || words.some((word) => exercise.id.startsWith(word)),
);
if (chosen.length === 0) {
  console.error(
    `Cannot try mutants of ${words.join(" ")}: the exercises are ${all.map(({ exercise }) => exercise.id).join(", ")}`,
  );
  process.exit(2);
}
const { scope, close } = await answerScope();
const runs = chosen.map((subject) => tryMutants(subject, scope));
close();
const rows = runs.map((run) => {
  const open = unexplained(run).length;
  return [run.id, run.tried, run.tried - run.survivors.length, run.survivors.length - open, open].map(String);
});
console.log(table(["exercise", "changes", "rejected", "explained", "accepted"], rows).join("\n"));
const accepted = runs.flatMap((run) => unexplained(run).map((change) => `${run.id}: accepted: ${change}`));
const stale = outdated(runs).map((line) => `${line}: explained, but not accepted`);
for (const line of [...accepted, ...stale]) console.log(line);
if (accepted.length + stale.length > 0) process.exitCode = 1;
