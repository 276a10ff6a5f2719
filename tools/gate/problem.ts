/** Something that the gate does not let through. */
export interface Problem {
  /** Where: a file, with its line or cell if there is one. */
  readonly where: string;
  readonly text: string;
}
