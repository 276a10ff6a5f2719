// Reads a binary file of word vectors that is larger than 2 GiB, and prints the memory it took.
//
// Run: node node_modules/typescript/bin/tsc -b kernel-helpers/tsconfig.json && npx tsx kernel-helpers/bench/large-vectors.ts
// It needs 3 GiB of memory. The file is sparse where the disk can hold such files: its numbers are zeros.
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadVectors } from "kernel-helpers";

const [rows, width] = [70_000, 8192];
const folder = mkdtempSync(join(tmpdir(), "w2v-large-"));
const file = join(folder, "large.bin");

/** word0, word1, … with a zero vector each, in word2vec.c's binary format. */
function writeSparse(): void {
  const out = openSync(file, "w");
  const header = `${rows} ${width}\n`;
  writeSync(out, header);
  let at = header.length;
  for (let id = 0; id < rows; id++) {
    const name = `word${id} `;
    writeSync(out, name, at);
    at += name.length + width * 4;
    writeSync(out, "\n", at);
    at += 1;
  }
  ftruncateSync(out, at);
  closeSync(out);
}

const gibibytes = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(2)} GiB`;

/** The largest memory of this process so far, in bytes; Node gives kibibytes. */
const peak = (): number => process.resourceUsage().maxRSS * 1024;

try {
  writeSparse();
  console.log(`file: ${gibibytes(statSync(file).size)}, memory before: ${gibibytes(peak())}`);
  for (const limit of [1000, undefined]) {
    const start = performance.now();
    const { words, table } = await loadVectors(file, { limit });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(
      `${words.length} words up to ${words.at(-1)}: vectors ${gibibytes(table.data.byteLength)}, ` +
        `largest memory ${gibibytes(peak())}, ${seconds} s`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
