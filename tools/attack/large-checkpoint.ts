import { crc32c, type Random } from "../../kernel-helpers/src/base/index.ts";
import { trainDefaults } from "../../kernel-helpers/src/train/index.ts";

/** What is forged in a checkpoint. */
export interface Forgery {
  readonly random: Random;
  /** Rows of its first table, as the header says. */
  readonly rows?: number;
  /** JSON of the waiting examples. */
  readonly held?: string;
}

const [ROWS, WIDTH] = [30_000, 100];

/** A checkpoint of 24 MB and more, with right checksums, also where its header is forged. */
export function largeCheckpoint({ random, rows = ROWS, held = "[]" }: Forgery): Uint8Array {
  const size = 4 * ROWS * WIDTH;
  const table = (count: number, offset: number): object => ({
    rows: count,
    width: WIDTH,
    type: "float32",
    offset,
  });
  const header = {
    version: 1,
    by: "reference",
    backend: "",
    corpus: "forged",
    settings: trainDefaults,
    position: {
      epoch: 1,
      sentence: 0,
      tokens: 0,
      examples: 0,
      reported: 0,
      seconds: 0,
      random: [1, 2, 3, 4],
    },
    engine: {
      ...{ updates: 0, held: "HELD", alphaSum: 0, lossSum: 0, examples: 0 },
      tables: { input: table(rows, 0), output: table(ROWS, size) },
    },
  };
  const json = JSON.stringify(header).replace('"HELD"', () => held);
  const text = Buffer.from(json.padEnd(Math.ceil(json.length / 8) * 8));
  const body = Buffer.from(Float32Array.from({ length: 2 * ROWS * WIDTH }, random).buffer);
  const start = Buffer.alloc(24);
  start.write("W2VCHECK");
  start.writeUInt32LE(text.length, 8);
  start.writeUInt32LE(crc32c(text), 12);
  start.writeUInt32LE(crc32c(body), 16);
  return Buffer.concat([start, text, body]);
}
