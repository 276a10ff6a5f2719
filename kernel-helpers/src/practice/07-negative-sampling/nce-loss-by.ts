import { softplus } from "../../base/index.ts";

/** The arguments, and what may be computed in another way. */
interface Parts {
  readonly z: Float64Array;
  readonly seen: number;
  readonly negatives: readonly number[];
  readonly noise: Float64Array;
  readonly K?: number;
  readonly shareOf?: (word: number) => number;
  readonly constant?: (share: number, K: number, label: number) => number;
  readonly sign?: (label: number) => number;
  readonly divisor?: number;
  readonly cost?: (x: number) => number;
}

/** The loss; what is given besides the arguments makes a known mistake. */
export function lossBy({
  z,
  seen,
  negatives,
  noise,
  K = negatives.length,
  shareOf = (word) => noise[word] as number,
  constant = (share, count) => Math.log(count * share),
  sign = (label) => (label === 1 ? -1 : 1),
  divisor = 1,
  cost = softplus,
}: Parts): number {
  return [seen, ...negatives].reduce((loss, word, position) => {
    const label = position === 0 ? 1 : 0;
    const x = (z[word] as number) - constant(shareOf(word), K, label);
    return loss + cost(sign(label) * x) / (label === 1 ? 1 : divisor);
  }, 0);
}
