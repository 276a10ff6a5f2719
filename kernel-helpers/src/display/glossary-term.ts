/** A word or symbol of the lessons, explained. */
export interface GlossaryTerm {
  /** "softmax". */
  readonly term: string;
  /** What stands for it in formulas: "ŷ", "ŷ_j". */
  readonly symbols: readonly string[];
  /** What it means. */
  readonly definition: string;
  /** Its formula as text, or "". */
  readonly formula: string;
  /** The lesson that introduces it, then later ones that use it: "03-softmax-as-a-bigram-net". */
  readonly lessons: readonly string[];
  /** Other names under which it is found. */
  readonly forms: readonly string[];
}
