import { type Random, randomBelow, requireInteger, seededRandom } from "../base/index.ts";

/** Options of `shockedStream`. */
export interface ShockOptions {
  /** Messages before the shock. Default: 500. */
  readonly quiet?: number;
  /** Messages from the shock on. Default: 200. */
  readonly shocked?: number;
  /** Share of the messages from the shock on that are news of the shock. Default: 0.5. */
  readonly share?: number;
  /** Default: 1. */
  readonly seed?: number;
}

/**
 * A stream in which it is known when something happens: `quiet` messages that are drawn with replacement from `usual`, then `shocked` messages, each of which is drawn from
 * `news` with probability `share` and otherwise from `usual`. Drawing makes the quiet part exchangeable: an alert there is a false one by construction.
 */
export function shockedStream<Item>(
  usual: readonly Item[],
  news: readonly Item[],
  { quiet = 500, shocked = 200, share = 0.5, seed = 1 }: ShockOptions = {},
): Item[] {
  const action = "Cannot make a stream with a shock";
  requireInteger(action, { quiet, shocked }, 0);
  if (!(share >= 0 && share <= 1))
    throw new RangeError(`${action} as share must be from 0 to 1: current value is ${share}`);
  if (usual.length === 0 || news.length === 0) {
    throw new RangeError(
      `${action} as both kinds of messages are needed: there are ${usual.length} usual ones and ${news.length} of the shock`,
    );
  }
  const random = seededRandom(seed);
  return [
    ...Array.from({ length: quiet }, () => drawn(usual, random)),
    ...Array.from({ length: shocked }, () => drawn(random() < share ? news : usual, random)),
  ];
}

function drawn<Item>(items: readonly Item[], random: Random): Item {
  return items[randomBelow(items.length, random)] as Item;
}
