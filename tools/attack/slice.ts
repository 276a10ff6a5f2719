import { WireClient } from "../../kernel/test/wire-client.ts";
import type { Random } from "../../kernel-helpers/src/base/index.ts";
import { missingFor, type Need } from "./needs.ts";

/** One hostile input. */
export interface Attack {
  readonly name: string;
  /** What the machine must have. */
  readonly needs?: Need;
  /** Resolves with what went wrong, or undefined if all that must hold did. */
  run(kernel: WireClient): Promise<string | undefined>;
}

/** Attacks of one kind. */
export interface Slice {
  readonly name: string;
  /** What must hold, for the table. */
  readonly holds: string;
  /** Whether the attacks need no kernel; they get none. */
  readonly withoutKernel?: true;
  /** The attacks; `share`, from 0 to 1, says how many of them: a test runs a part. */
  attacks(share: number, random: Random): readonly Attack[];
  /** Removes what the attacks had in common, after the last one. */
  end?(): void;
}

/** What came of a slice. */
export interface Outcome {
  readonly slice: Slice;
  readonly tried: number;
  /** Name of each attack that this machine cannot make, and why. */
  readonly skipped: readonly string[];
  /** Name of each attack that was not survived, and why. */
  readonly failures: readonly string[];
}

/** Runs attacks; those that need a kernel on one, and on a new one after each that it did not survive. */
export async function runSlice(
  slice: Slice,
  attacks: readonly Attack[],
  tell?: (done: number) => void,
): Promise<Outcome> {
  try {
    return await runAttacks(slice, attacks, tell);
  } finally {
    slice.end?.();
  }
}

async function runAttacks(
  slice: Slice,
  all: readonly Attack[],
  tell: (done: number) => void = () => {},
): Promise<Outcome> {
  const missing = ({ needs }: Attack): string | undefined => needs && missingFor(needs);
  const skipped = all.flatMap((attack) => {
    const reason = missing(attack);
    return reason === undefined ? [] : [`${attack.name}: ${reason}`];
  });
  const attacks = all.filter((attack) => missing(attack) === undefined);
  const failures: string[] = [];
  if (slice.withoutKernel) {
    for (const [i, { name, run }] of attacks.entries()) {
      const problem = await (run as () => ReturnType<Attack["run"]>)().catch((error: Error) => error.message);
      if (problem !== undefined) failures.push(`${name}: ${problem}`);
      tell(i + 1);
    }
    return { slice, tried: attacks.length, skipped, failures };
  }
  let kernel = await startKernel();
  for (const [i, attack] of attacks.entries()) {
    const problem = await attack
      .run(kernel)
      .then((found) => found ?? answersRightly(kernel))
      .catch((error: Error) => error.message);
    if (problem !== undefined) {
      failures.push(`${attack.name}: ${problem}`);
      await kernel.close();
      kernel = await startKernel();
    }
    tell(i + 1);
  }
  await kernel.close();
  return { slice, tried: attacks.length, skipped, failures };
}

async function startKernel(): Promise<WireClient> {
  const kernel = new WireClient();
  await kernel.start();
  return kernel;
}

/** Whether a cell, a type error and a thrown error come back as they should; undefined, or what is wrong. */
async function answersRightly(kernel: WireClient): Promise<string | undefined> {
  const { reply, messages } = await kernel.run("await null; 6 * 7");
  const result = messages.find(({ type }) => type === "execute_result");
  const shown = (result?.content.data as Record<string, unknown> | undefined)?.["text/plain"];
  if (shown !== "42") return `then 6 * 7 gave ${shown ?? JSON.stringify(reply)}`;
  const wrong = await kernel.run('const count: number = "one";');
  if (wrong.reply.ename !== "TypeError (types)")
    return `then a type error gave ${JSON.stringify(wrong.reply)}`;
  return namesThrown(kernel);
}

/** Whether an error that a cell throws comes back with its name; undefined, or what is wrong. */
export async function namesThrown(kernel: WireClient): Promise<string | undefined> {
  const { reply } = await kernel.run('throw new RangeError("mine");');
  return reply.ename === "RangeError" ? undefined : `then a thrown error gave ${JSON.stringify(reply)}`;
}

/** A share of the items at even distances, at least one. */
export function part<T>(items: readonly T[], share: number): T[] {
  const step = Math.max(1, Math.round(1 / share));
  return items.filter((_, i) => i % step === 0);
}
