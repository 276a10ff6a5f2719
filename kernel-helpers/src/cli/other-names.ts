/** What gensim, word2vec.c, fastText and others call our options. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  "vector-size": ["dim", "dims", "size", "vector"],
  threads: ["workers", "thread"],
  epochs: ["iter", "iterations", "epoch"],
  architecture: ["sg", "model"],
  alpha: ["lr", "learning-rate"],
  negative: ["neg"],
  window: ["ws"],
};

/** The option that another program calls `name`, or undefined. */
export function optionOfOtherName(name: string, options: readonly string[]): string | undefined {
  const spelled = name.toLowerCase().replaceAll("_", "-");
  return options.find((option) => OTHER_NAMES[option]?.includes(spelled));
}
