import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Random, randomBelow } from "../../kernel-helpers/src/base/index.ts";
import { projectRoot } from "../../setup/paths.mjs";
import type { AttackKind } from "./attack-kind.ts";

/** Trainings that are killed in all. */
const ROUNDS = 50;

/** Longest time in milliseconds after which a training is killed. */
const LONGEST = 1500;

/** How often one training may be killed before it must be left alone. */
const KILLS = 4;

/** How each engine's training saves: at events, and by the clock alone. */
const SAVES: readonly (readonly string[])[] = [
  ["--every", "1"],
  ["--every", "100", "--every-minutes", "0.002"],
];

const TRAIN = ["train", "--corpus", "toy", "--min-count", "1", "--vector-size", "4"];

/** Trainings of some seconds on one thread: only there the same seed gives the same bytes. */
const ENGINES: readonly (readonly string[])[] = [
  ["--engine", "reference", "--epochs", "8000"],
  ["--engine", "simd", "--threads", "1", "--epochs", "300000"],
];

/** `w2v train` is killed at any moment and resumed, again and again. */
export const kills: AttackKind = {
  name: "kill -9 of w2v train",
  holds:
    "after each kill, whole vectors and a checkpoint to resume from; at the end the bytes of an undisturbed training",
  tested: 0.04,
  attacks: (share, random) =>
    Array.from({ length: Math.ceil(ROUNDS * share) }, (_, round) => ({
      name: `round ${round + 1}`,
      run: () => killAndResume(round % ENGINES.length, random, (round + (round >> 1)) % SAVES.length),
    })),
};

/** What each engine's training gives that nobody kills. */
const expected: Promise<Buffer>[] = [];

async function killAndResume(engine: number, random: Random, saves: number): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "w2v-kills-"));
  try {
    const train = [...TRAIN, ...(ENGINES[engine] as readonly string[])];
    expected[engine] ??= undisturbed(train);
    const whole = await expected[engine];
    const [out, checkpoint] = [join(folder, "out.bin"), join(folder, "run.ckpt")];
    const words = [
      ...train,
      "--out",
      out,
      "--checkpoint",
      checkpoint,
      ...(SAVES[saves] as readonly string[]),
    ];
    for (let kill = 0; ; kill++) {
      const resume = existsSync(checkpoint) ? ["--resume", checkpoint] : [];
      const after = kill < KILLS ? randomBelow(LONGEST, random) + 1 : undefined;
      const { code, said } = await w2v([...words, ...resume], after);
      if (code === 0) break;
      if (code !== null) return `it ended with ${code}: ${said}`;
      if (existsSync(out) && readFileSync(out).length !== whole.length) return "the vectors are torn";
    }
    if (!readFileSync(out).equals(whole)) return "the vectors differ";
    const left = readdirSync(folder).filter((name) => !["out.bin", "run.ckpt"].includes(name));
    return left.every((name) => /\.(?:part|probe)$/.test(name)) // what was being written, or tried, at the kill
      ? undefined
      : `these files are left: ${left.join(", ")}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function undisturbed(train: readonly string[]): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "w2v-kills-"));
  const out = join(folder, "whole.bin");
  const { code, said } = await w2v([...train, "--out", out]);
  if (code !== 0) throw new Error(`Cannot train: ${said}`);
  const bytes = readFileSync(out);
  rmSync(folder, { recursive: true, force: true });
  return bytes;
}

/** Runs w2v, and kills it after `after` milliseconds if it still runs; the code is null if it was killed. */
function w2v(words: readonly string[], after?: number): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [join(projectRoot, "kernel-helpers/bin/w2v.js"), ...words], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (text: Buffer) => {
    said = (said + text).slice(-500);
  });
  const timer = after === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), after);
  return new Promise((resolve) => {
    child.once("close", (code) => {
      clearTimeout(timer);
      resolve({ code, said });
    });
  });
}
