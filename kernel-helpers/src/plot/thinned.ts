/**
 * At most `most` of the items, evenly spread, including the first and the last; all of them if there are no more than
 * that.
 *
 * @example
 * thinned([0, 1, 2, 3, 4, 5, 6], 3); // [0, 3, 6]
 */
export function thinned<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  const step = (items.length - 1) / (Math.max(2, most) - 1);
  return Array.from({ length: Math.max(2, most) }, (_, i) => items[Math.round(i * step)] as Item);
}
