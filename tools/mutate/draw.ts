import { type Random, randomBelow } from "../../kernel-helpers/src/base/index.ts";

/** `count` of the items, or all when there are fewer, each equally likely; in their original order. */
export function draw<Item>(items: readonly Item[], count: number, random: Random): Item[] {
  const left = items.map((_, at) => at);
  const drawn: number[] = [];
  while (drawn.length < count && left.length > 0) {
    drawn.push(...left.splice(randomBelow(left.length, random), 1));
  }
  return drawn.sort((a, b) => a - b).map((at) => items[at] as Item);
}
