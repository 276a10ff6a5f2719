import { pause, requirePositive } from "../base/index.ts";

/** Options of `replayed`. */
export interface ReplayOptions {
  /** Items a second. Default: 100. */
  readonly perSecond?: number;
}

/**
 * Gives the items in their order at a steady rate, as a feed would, only faster: item i comes i / `perSecond` seconds after the first one, or as soon as it is asked for
 * if that is later.
 */
export async function* replayed<Item>(
  items: Iterable<Item>,
  { perSecond = 100 }: ReplayOptions = {},
): AsyncGenerator<Item> {
  requirePositive("Cannot replay a stream", { perSecond });
  const start = performance.now();
  let count = 0;
  for (const item of items) {
    const wait = start + (1000 * count++) / perSecond - performance.now();
    if (wait > 1) await pause(wait);
    yield item;
  }
}
