import { markdownTable } from "../../../tools/print/markdown-table.ts";
import { type Architecture, groupKey, MOST_OF_REGISTRIES } from "./jobs.ts";
import { programs } from "./programs.ts";
import type { Results, Row } from "./summary.ts";

const GENSIM = ["gensim-file", "gensim-memory"];
const SIZES = { "skip-gram": "Skip-Gram", cbow: "CBOW" } as const;

const HEAD = [
  ...["corpus", "architecture", "program", "d", "threads", "1000 words/s", "with counting", "× gensim", "MB"],
  ...["WordSim", "SimLex", "analogies", "shared", "runs"],
];

/** Every row, with the rows of a group below one another. A star marks times that other work on the machine disturbed. */
export function fullTable(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const { corpus, architecture, dim, threads, program, speed, wholeSpeed, peak, runs, disturbed } = row;
    const star = starOf(row);
    return [
      ...[corpus, architecture, titleOf(program), `${dim}`, `${threads}`],
      ...[thousands(speed) + star, thousands(wholeSpeed) + star, ratio(row, rows)],
      ...[peak === null ? "-" : `${Math.round(peak / 1e6)}`],
      ...[row.wordsim, row.simlex, row.analogies, row.shared],
      disturbed > 0 ? `${runs}, ${disturbed} disturbed` : `${runs}`,
    ];
  });
  return markdownTable(HEAD, lines, { left: 3 });
}

/** "1.23": a row's speed by that of gensim's faster way with as many threads; "-" without either. */
function ratio(row: Row, rows: readonly Row[]): string {
  const speeds = rows
    .filter(({ program, ...other }) => GENSIM.includes(program) && groupKey(other) === groupKey(row))
    .flatMap(({ speed }) => speed ?? []);
  return row.speed === null || speeds.length === 0 ? "-" : (row.speed / Math.max(...speeds)).toFixed(2);
}

/** The page of results; without results it says so. */
export function resultsPage(results: Results | undefined): string {
  if (results === undefined) return `# Training speed and quality\n\n${NOTHING}\n`;
  const { machine, date, repeats, seeds, epochs, corpora, rows } = results;
  const texts = corpora.map(
    ({ name, title, words, sentences, sha256 }) =>
      `- \`${name}\`: ${title}; ${words.toLocaleString("en")} words, ${sentences.toLocaleString("en")} sentences, SHA-256 of ` +
      `the tokens ${sha256.slice(0, 12)}…`,
  );
  const versions = [...new Set(rows.map(({ version }) => version))].map((version) => `- ${version}`);
  const covered = corpora.map(({ name }) => {
    const shares = rows.find((row) => row.corpus === name && row.covered.length > 0)?.covered ?? [];
    return `${shares.map((share) => `${Math.round(100 * share)} %`).join(", ")} (\`${name}\`)`;
  });
  const [repeated, judged] = [repeats, seeds].map((count) => {
    const fewer = count > MOST_OF_REGISTRIES && corpora.some(({ name }) => name === "registries");
    return fewer ? `${count} (\`registries\`: ${MOST_OF_REGISTRIES})` : String(count);
  });
  return `# Training speed and quality

${date}, ${machine}. Median of ${repeated} trainings of ${epochs} epochs in turns; window 5, 5 noise words, minCount 5,
sample 0.001, each program's own learning rate. "1000 words/s" is the training alone, "with counting" also counts the reading and
counting of the words; neither counts the start of the process and writing the vectors. "× gensim" is by gensim's faster way with as many
threads, which has 1.00. "MB" is the largest memory of the process (VmHWM). Quality: mean ± standard deviation over ${judged} seeds, times 100;
Spearman's correlation for WordSim-353 and SimLex-999, share of analogies solved (3CosAdd). Of their questions
${covered.join("; ")} have known words only. "shared" is the mean share of the ten nearest words of 500 words that gensim's vectors of
the same seed have too; in gensim's own line, those of its next seed. A star: other programs used more than 5 % of the machine during
all runs; otherwise such runs are left out of the times. word2vec.c has no seed: it varies with its threads alone.

${texts.join("\n")}
${versions.join("\n")}

${fullTable(rows)}

Made by \`npm run bench:train -- --write\`.
`;
}

const NOTHING = "No whole run of `npm run bench:train` on a quiet machine is recorded yet.";

/** A few columns for the README: the small corpus, the smallest dimension. Without results it says so. */
export function shortTable(results: Results | undefined): string {
  if (results === undefined) return NOTHING;
  const dim = Math.min(...results.rows.map((row) => row.dim));
  const rows = results.rows.filter((row) => row.corpus === "sotu" && row.dim === dim && row.speed !== null);
  const threads = [...new Set(rows.map((row) => row.threads))].sort((a, b) => a - b);
  const architectures: readonly Architecture[] = ["skip-gram", "cbow"];
  const cells = (program: string, architecture: Architecture): string[] => {
    const own = rows.filter((row) => row.program === program && row.architecture === architecture);
    const speeds = threads.map((count) => {
      const row = own.find((one) => one.threads === count);
      return row ? `${thousands(row.speed)}${starOf(row)} (${ratio(row, rows)} ×)` : "-";
    });
    return [...speeds, own[0]?.wordsim ?? "-"];
  };
  const head = architectures.flatMap((architecture) => [
    ...threads.map((count) => `${SIZES[architecture]}, ${count} thread${count > 1 ? "s" : ""}`),
    "WordSim",
  ]);
  const names = [...new Set(rows.map(({ program }) => program))];
  const lines = names.map((program) => [
    titleOf(program),
    ...architectures.flatMap((architecture) => cells(program, architecture)),
  ]);
  const { date, machine, repeats, epochs } = results;
  const starred = rows.some(starOf) ? " A star: other programs used the machine meanwhile." : "";
  return `${markdownTable(["1000 words/s (× gensim)", ...head], lines)}

State of the Union, ${dim} numbers per vector, median of ${repeats} trainings of ${epochs} epochs; ${date}, ${machine}. WordSim is
Spearman's correlation with WordSim-353, times 100.${starred}`;
}

/** Marks times that other work on the machine disturbed in all runs. */
function starOf({ speed, runs, disturbed }: Row): string {
  return disturbed === runs && speed !== null ? " *" : "";
}

function titleOf(name: string): string {
  return programs.find((program) => program.name === name)?.title ?? name;
}

function thousands(speed: number | null): string {
  return speed === null ? "-" : Math.round(speed / 1000).toLocaleString("en");
}
