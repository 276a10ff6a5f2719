import { requireInteger, seededRandom, shuffled } from "../base/index.ts";
import type { Part } from "./part.ts";

/**
 * A train part of `count` of its examples, drawn so that each label keeps its share: what somebody has who can pay for
 * `count` labels. Shares that are no whole numbers are rounded so that they add up to `count`; every label that occurs gets one
 * example at least if there is room. The same seed gives nested draws: that of 100 contains that of 50 as far as the rounding lets it.
 *
 * Throws RangeError if the part has fewer examples.
 */
export function labelBudget(
  train: Part<"train">,
  labels: ArrayLike<number>,
  count: number,
  { seed = 1 }: { readonly seed?: number } = {},
): Part<"train"> {
  const action = "Cannot draw examples";
  requireInteger(action, { count }, 1);
  if (count > train.examples.length) {
    throw new RangeError(
      `${action} as the train part must have ${count} examples: it has ${train.examples.length}`,
    );
  }
  const byLabel = new Map<number, number[]>();
  for (const example of shuffled(train.examples, seededRandom(seed))) {
    const label = labels[example] as number;
    const known = byLabel.get(label);
    if (known) known.push(example);
    else byLabel.set(label, [example]);
  }
  const lists = [...byLabel.keys()].sort((a, b) => a - b).map((label) => byLabel.get(label) as number[]);
  const sizes = apportioned(
    lists.map((list) => list.length),
    count,
  );
  const examples = lists.flatMap((list, i) => list.slice(0, sizes[i]));
  return { name: "train", examples: examples.sort((a, b) => a - b) };
}

/** Whole numbers in the proportion of `sizes` that add up to `count`: the largest remainders are rounded up (Hamilton 1792). */
function apportioned(sizes: readonly number[], count: number): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const exact = sizes.map((size) => (size * count) / total);
  const whole = exact.map((share) =>
    count >= sizes.length ? Math.max(1, Math.floor(share)) : Math.floor(share),
  );
  const byRemainder = exact
    .map((share, i) => ({ i, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  let left = count - whole.reduce((sum, size) => sum + size, 0);
  for (const { i } of byRemainder) {
    if (left <= 0) break;
    if ((whole[i] as number) >= (sizes[i] as number)) continue;
    whole[i] = (whole[i] as number) + 1;
    left--;
  }
  for (; left < 0; left++) {
    const most = whole.indexOf(Math.max(...whole)); // raising the rarest to one took more than there was
    whole[most] = (whole[most] as number) - 1;
  }
  return whole;
}
