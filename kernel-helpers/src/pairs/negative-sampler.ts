import type { Random } from "../base/index.ts";

/** Draws a word id. */
export type Sampler = () => number;

/** Options of `negativeSampler`. */
export interface SamplerOptions {
  /**
   * Exponent of the counts: 1 draws by frequency, 0 draws all words equally. Default: 0.75 (Mikolov et al. 2013b,
   * §2.2).
   */
  readonly power?: number;
}

/**
 * Draws word w with probability counts[w]^power / Σ counts^power, in constant time (alias method, Vose 1991). Words
 * with count 0 are never drawn. Throws RangeError unless some count is > 0.
 */
export function negativeSampler(
  counts: ArrayLike<number>,
  random: Random,
  { power = 0.75 }: SamplerOptions = {},
): Sampler {
  const { share, alias } = aliasTable(counts, power);
  return () => {
    const at = random() * share.length;
    const cell = Math.floor(at);
    return at - cell < (share[cell] as number) ? cell : (alias[cell] as number);
  };
}

/** V cells of equal probability: each holds a share for its own word and the rest for one other word. */
export interface AliasTable {
  /** The probability of a cell's own word in that cell, shape (V). */
  readonly share: Float64Array;
  /** The other word of each cell, shape (V). */
  readonly alias: Uint32Array;
}

/**
 * The table from which a word w comes with probability counts[w]^power / Σ counts^power (Vose 1991). Throws RangeError unless
 * some count is > 0.
 */
export function aliasTable(counts: ArrayLike<number>, power: number): AliasTable {
  const weights = Float64Array.from(counts, (count) => (count > 0 ? count ** power : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0 && Number.isFinite(total))) {
    throw new RangeError(
      `Cannot make a negative sampler as the counts to the power ${power} must have a sum > 0 and finite: current value is ${total}`,
    );
  }
  const share = weights.map((weight) => (weight * weights.length) / total);
  const alias = Uint32Array.from(share, (_, cell) => cell);
  const poor: number[] = [];
  const rich: number[] = [];
  share.forEach((mass, cell) => {
    (mass < 1 ? poor : rich).push(cell);
  });
  while (poor.length > 0 && rich.length > 0) {
    const taker = poor.pop() as number;
    const giver = rich[rich.length - 1] as number;
    alias[taker] = giver;
    share[giver] = (share[giver] as number) + (share[taker] as number) - 1;
    if ((share[giver] as number) < 1) poor.push(rich.pop() as number);
  }
  for (const cell of [...poor, ...rich]) if ((weights[cell] as number) > 0) share[cell] = 1; // left over by rounding
  return { share, alias };
}
