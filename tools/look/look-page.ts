/** A page to look at. */
export interface LookPage {
  /** Name of its pictures: "exercises-04-cbow". */
  readonly name: string;
  readonly address: string;
}
