import type { SmallTraining } from "../../src/train/small-training.ts";

/** Inputs that occur in the text, with the share of each word as their target. */
export interface Gap {
  readonly name: string;
  readonly inputs: readonly number[];
  readonly shares: readonly number[];
}

/** The different inputs of a training's examples in the order of the text. CBOW does not see their order. */
export function gapsOf({ examples, vocabulary: { words } }: SmallTraining): readonly Gap[] {
  const gaps = new Map<string, { inputs: readonly number[]; counts: number[] }>();
  for (const { inputs, target } of examples) {
    const key = [...inputs].sort((a, b) => a - b).join(" ");
    const gap = gaps.get(key) ?? { inputs, counts: words.map(() => 0) };
    gap.counts[target] = (gap.counts[target] as number) + 1;
    gaps.set(key, gap);
  }
  return [...gaps.values()].map(({ inputs, counts }) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return {
      name: inputs.map((id) => words[id]).join(" "),
      inputs,
      shares: counts.map((count) => count / total),
    };
  });
}

/** The first gap of those that the most words can fill. */
export function mostOpen(gaps: readonly Gap[]): Gap {
  const fillers = ({ shares }: Gap): number => shares.filter((share) => share > 0).length;
  return gaps.reduce((best, gap) => (fillers(gap) > fillers(best) ? gap : best));
}
