/** What a page offers to the views on it. */
export interface ViewTools {
  /** Where the learner's choices are kept; absent where nothing can be kept. */
  readonly choices?: ChoiceStore;
}

/** The learner's choices by question. */
export interface ChoiceStore {
  /** The choice that was kept, undefined if there is none. */
  read(question: string): Promise<number | undefined>;
  /** Keeps a choice and whether it is right; a later one replaces it, but not a right one. */
  write(question: string, choice: number, right: boolean): Promise<void>;
}
