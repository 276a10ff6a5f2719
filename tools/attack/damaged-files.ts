import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Random, randomBelow, seededRandom } from "../../kernel-helpers/src/base/index.ts";
import { type Attack, type AttackKind, part } from "./attack-kind.ts";
import { FORMATS } from "./file-formats.ts";
import { LARGE_FILES, type LargeFile } from "./large-files.ts";
import { type Measuring, startMeasuring } from "./measured.ts";

/** Damaged small files of each format in all, and in one attack. */
const FILES = 25_000;
const BATCH = 500;

/** Bytes that reading may take besides four times the file. */
const MEMORY = 150e6; // Node 24 reserves 100 MB for any of these readers

const READERS = new URL("./read-damaged.ts", import.meta.url).href;

/** Files that were damaged or forged: each is read soundly or refused in words, and memory stays in proportion. */
export const damagedFiles: AttackKind = {
  name: `damaged files, ${BATCH} small or one of 20 to 50 MB each`,
  holds: "a sound result, or an error with a remedy; memory at most 4 × file + 150 MB",
  tested: 0.02,
  attacks: (share, random) => [
    ...Object.keys(FORMATS).flatMap((format) =>
      Array.from(
        { length: Math.ceil((FILES * share) / BATCH) },
        (_, i): Attack => ({
          name: `${format} from ${i * BATCH}`,
          needs: "/proc",
          run: () => readSmall(format, randomBelow(2 ** 31, random)),
        }),
      ),
    ),
    ...part(
      LARGE_FILES.map(
        (file): Attack => ({ name: file.name, needs: "/proc", run: () => readLarge(file, random) }),
      ),
      share,
      random,
    ),
  ],
  end() {
    for (const reader of readers.values()) reader.end();
    readers.clear();
  },
};

/** Files that are read before the first one is measured: what the engine takes once is not the file's. */
const FIRST = 50;

async function startWarm(format: string): Promise<Measuring> {
  const started = startMeasuring();
  await started.call(READERS, "readBatch", format, FIRST, 1);
  return started;
}

/** The process that reads the small files of a format. */
const readers = new Map<string, Measuring>();

async function readSmall(format: string, seed: number): Promise<string | undefined> {
  const reader = readers.get(format) ?? (await startWarm(format));
  readers.set(format, reader);
  const { result, grown } = await reader.call(READERS, "readBatch", format, BATCH, seed).catch((error) => {
    readers.delete(format); // it died
    throw error;
  });
  return (result as string | undefined) ?? growthProblem(grown, 0);
}

/** In a process of its own: a peak hides those that are lower. */
async function readLarge({ format, make }: LargeFile, random: Random): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "w2v-large-"));
  const own = await startWarm(format);
  try {
    const path = join(folder, `large.${FORMATS[format]?.ending}`);
    writeFileSync(path, make(seededRandom(randomBelow(2 ** 31, random))));
    const { result, grown } = await own.call(READERS, "readFile", format, path);
    return (result as string | undefined) ?? growthProblem(grown, statSync(path).size);
  } finally {
    own.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

function growthProblem(grown: number, size: number): string | undefined {
  const most = 4 * size + MEMORY;
  if (process.env.W2V_DEBUG === "1")
    console.error(`${Math.round(size / 1e6)} MB took ${Math.round(grown / 1e6)} MB`);
  if (grown <= most) return undefined;
  return `a file of ${Math.round(size / 1e6)} MB took ${Math.round(grown / 1e6)} MB of memory`;
}
