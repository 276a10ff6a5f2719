/** What was typed after the name of a command. */
export interface Arguments {
  /** The words that are not options. */
  readonly positionals: readonly string[];
  /** The options by name; a switch is true. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** One option of a command: `--name` or `--name VALUE`. */
export interface OptionSpec {
  /** Placeholder for the value in the help, such as "FILE". Without it the option is a switch. */
  readonly value?: string;
  /** The option of the library that it sets, where that has another name. */
  readonly sets?: string;
  /** The remedy for a user who gives it more than once. Default: to give it once. */
  readonly several?: string;
  /** What it does, in a few words. */
  readonly help: string;
}

/** One command of `w2v`. */
export interface Command {
  /** The word that the user types. */
  readonly name: string;
  /** One line for `w2v --help`. */
  readonly summary: string;
  /** What follows the name, besides options: "FILE WORD…". */
  readonly positionals: string;
  /** Its options by name, in the order of the help. */
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Lines of the help below the options: what to know before the first use. */
  readonly notes: readonly string[];
  /** Command lines that work as they stand. */
  readonly examples: readonly string[];
  /** Does the work and returns the exit code. */
  run(given: Arguments): Promise<number>;
}
