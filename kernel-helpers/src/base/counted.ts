/**
 * A number with its noun.
 *
 * @example
 * counted(1, "word"); // "1 word"
 * counted(0, "word"); // "0 words"
 */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
