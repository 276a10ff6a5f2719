/** A mistake in the text of a notebook or exercise source; the message starts with file:line. */
export class SourceError extends Error {
  override readonly name = "SourceError";

  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
  }
}
