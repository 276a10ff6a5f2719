import { type Attack, type AttackKind, part, type Runner, startKernel } from "./attack-kind.ts";

/** Code that is nested or chained `n` deep. */
const SHAPES: Readonly<Record<string, (n: number) => string>> = {
  parentheses: (n) => `${"(".repeat(n)}1${")".repeat(n)}`,
  brackets: (n) => `${"[".repeat(n)}${"]".repeat(n)} as unknown`,
  "objects in objects": (n) => `(${"{a:".repeat(n)}1${"}".repeat(n)}) as unknown`,
  "blocks in blocks": (n) => `${"{".repeat(n)}${"}".repeat(n)}`,
  "functions in functions": (n) => `${"(() => ".repeat(n)}1${")".repeat(n)}`,
  "calls of calls": (n) => `declare const f: any; 0 as any ?? f${"()".repeat(n)}`,
  "chained calls": (n) => `[1]${".slice()".repeat(n)}`,
  "terms of a sum": (n) => `1${" + 1".repeat(n)}`,
  "conditions in conditions": (n) => `${"true ? ".repeat(n)}1${" : 0".repeat(n)}`,
  "else after else": (n) => `if (false) {}${" else if (false) {}".repeat(n)}`,
  negations: (n) => `${"!".repeat(n)}1`,
  "templates in templates": (n) => `${"`${".repeat(n)}1${"}`".repeat(n)}`,
  "types in types": (n) => `let deep: ${"Array<".repeat(n)}number${">".repeat(n)};`,
};

const DEPTHS = [200, 2000, 20_000];

/** For a kernel in Node or in a page. */
export const DEPTH_ATTACKS: readonly Attack<Runner>[] = DEPTHS.flatMap((depth) =>
  Object.entries(SHAPES).map(([shape, code]) => ({
    group: String(depth),
    name: `${depth} ${shape}`,
    run: async (kernel) => {
      const { reply } = await kernel.run(code(depth), { seconds: 240 });
      return reply.status === "ok" || typeof reply.evalue === "string" ? undefined : "no answer";
    },
  })),
);

/** Code that is deeper than compilers like. */
export const depth: AttackKind<Runner> = {
  name: "deep code",
  holds: "the cell runs or fails alone, and the next one is right",
  tested: 0.1,
  start: startKernel,
  attacks: (share, random) => part(DEPTH_ATTACKS, share, random),
};
