/** A command line that cannot be understood: exit code 2. The message says what would be valid. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
