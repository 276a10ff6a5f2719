/**
 * Three groups of words that are frequent in the State of the Union addresses, for maps of their vectors and for measuring
 * how well a training separates them.
 */
export const wordGroups: {
  /** The twelve months. */
  readonly months: readonly string[];
  /** Ten countries. */
  readonly countries: readonly string[];
  /** Ten words of taxes, debts and prices. */
  readonly money: readonly string[];
} = {
  months: wordsOf("january february march april may june july august september october november december"),
  countries: wordsOf("mexico spain france britain china japan germany russia cuba chile"),
  money: wordsOf("tax taxes revenue debt expenditures budget income tariff currency gold"),
};

function wordsOf(line: string): readonly string[] {
  return line.split(" ");
}
