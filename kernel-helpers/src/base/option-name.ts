let spelled = (name: string): string => name;

/** The name of an option in a message: as code has it, `minCount`, unless `spellOptions` gave another spelling. */
export function optionName(name: string): string {
  return spelled(name);
}

/**
 * Makes messages call options by another spelling, as the command line has --min-count for `minCount`. Returns a function
 * that restores the spelling of before.
 */
export function spellOptions(spelling: (name: string) => string): () => void {
  const before = spelled;
  spelled = spelling;
  return () => {
    spelled = before;
  };
}
