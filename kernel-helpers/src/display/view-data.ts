/** The MIME type of interactive views: `{ view: "step", … }`, drawn by what kernel-helpers/views contains. */
export const VIEW_TYPE = "application/vnd.word2vec-lab.view+json";

/** An interactive view as plain data: which one it is, and what it shows. */
export interface ViewData {
  /** Which view: "step", "training" or "quiz". */
  readonly view: string;
}
