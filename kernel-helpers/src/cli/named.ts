/** What was given, for a message: "nothing was given", '"x.vec" and "king" were given'. */
export function named(words: readonly string[]): string {
  const quoted = words.map((word) => JSON.stringify(word));
  const last = quoted.pop();
  if (last === undefined) return "nothing was given";
  return quoted.length === 0 ? `${last} was given` : `${quoted.join(", ")} and ${last} were given`;
}
