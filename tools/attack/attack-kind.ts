import { type Received, WireClient } from "../../kernel/test/wire-client.ts";
import { type Random, randomBelow } from "../../kernel-helpers/src/base/index.ts";
import { missingFor, type Need } from "./needs.ts";

type Message = Pick<Received, "type" | "content">;

/** What runs cells: a kernel in Node, or one in a page. */
export interface Runner {
  /** Runs a cell; throws if its reply does not come in time. */
  run(
    code: string,
    options?: { readonly seconds?: number },
  ): Promise<{ readonly reply: Received["content"]; readonly messages: readonly Message[] }>;
  close(): Promise<void>;
}

/** One hostile input, for a target that its kind starts. */
export interface Attack<Target = Runner | undefined> {
  readonly name: string;
  /** Attacks of one kind that are alike; a part of the kind has some of each. */
  readonly group?: string;
  /** What the machine must have. */
  readonly needs?: Need;
  /** Resolves with what went wrong, or undefined if all that must hold did. */
  run(target: Target): Promise<string | undefined>;
}

/** Attacks of one kind. */
export interface AttackKind<Target extends Runner | undefined = Runner | undefined> {
  readonly name: string;
  /** What must hold, for the table. */
  readonly holds: string;
  /** The share of the attacks that every run of the tests makes; `npm run attack` makes all. */
  readonly tested: number;
  /** Starts what the attacks run on; absent if they need nothing that runs. */
  readonly start?: () => Promise<Target>;
  /** The attacks; `share`, from 0 to 1, says how many of them. */
  attacks(share: number, random: Random): readonly Attack<Target>[];
  /** Removes what the attacks had in common, after the last one. */
  end?(): void;
}

/** What came of a kind of attack. */
export interface Outcome {
  readonly tried: number;
  /** Name of each attack that this machine cannot make, and why. */
  readonly skipped: readonly string[];
  /** Name of each attack that was not survived, and why. */
  readonly failures: readonly string[];
}

/** Runs attacks of a kind on one target, and on a new one after each that it did not survive. */
export async function runKind(
  { start, end }: AttackKind,
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
  let target: Runner | undefined;
  for (const [i, attack] of attacks.entries()) {
    try {
      target ??= await start?.();
      const problem = (await attack.run(target)) ?? (target && (await answersRightly(target)));
      if (problem !== undefined) throw new Error(problem);
    } catch (error) {
      failures.push(`${attack.name}: ${(error as Error).message}`);
      await target?.close();
      target = undefined;
    }
    tell(i + 1);
  }
  await target?.close();
  end?.();
  return { tried: attacks.length, skipped, failures };
}

/** Starts a kernel in Node, without the repairs that `W2V_KERNEL_WITHOUT` names. */
export async function startKernel(): Promise<WireClient> {
  const kernel = new WireClient();
  await kernel.start();
  return kernel;
}

/** Whether a result, a type error and a thrown error come back as they should; undefined, or what is wrong. */
export async function answersRightly(kernel: Runner): Promise<string | undefined> {
  const { reply, messages } = await kernel.run("await null; 6 * 7");
  const result = messages.find(({ type }) => type === "execute_result");
  const shown = (result?.content.data as Record<string, unknown> | undefined)?.["text/plain"];
  if (shown !== "42") return `then 6 * 7 gave ${shown ?? JSON.stringify(reply)}`;
  const wrong = await kernel.run('const count: number = "one";');
  if (wrong.reply.ename !== "TypeError (types)")
    return `then a type error gave ${JSON.stringify(wrong.reply)}`;
  const thrown = await kernel.run('throw new RangeError("mine");');
  return thrown.reply.ename === "RangeError"
    ? undefined
    : `then a thrown error gave ${JSON.stringify(thrown.reply)}`;
}

/** A share of the items, drawn from each group: at least one of each. */
export function part<T extends { readonly group?: string }>(
  items: readonly T[],
  share: number,
  random: Random,
): T[] {
  const groups = new Set(items.map(({ group }) => group));
  const drawn = [...groups].flatMap((group) => {
    const alike = items.filter((item) => item.group === group);
    const wanted = Math.ceil(alike.length * share);
    while (alike.length > wanted) alike.splice(randomBelow(alike.length, random), 1);
    return alike;
  });
  return items.filter((item) => drawn.includes(item));
}
