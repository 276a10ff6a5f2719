/** Something that the gate rejects. */
export interface Problem {
  /** Where: a file, with its line or cell if there is one. */
  readonly where: string;
  readonly text: string;
}
