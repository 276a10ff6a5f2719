/** Code in one line; of a long one the beginning and the end, since operands go at either end. */
export function shortened(text: string): string {
  const flat = text.replace(/\s+/g, " ");
  return flat.length > 70 ? `${flat.slice(0, 34)} … ${flat.slice(-34)}` : flat;
}
