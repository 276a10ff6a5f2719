/** Why a backend cannot be used, and the remedy. */
export interface Unusable extends Error {
  readonly why: string;
  readonly fix: string;
}

/** The error for a backend that cannot be used on this machine. */
export function unusable(name: string, why: string, fix: string): Unusable {
  const error = new Error(`Cannot open the backend "${name}": ${why}\n  fix: ${fix}`);
  return Object.assign(error, { why, fix });
}

/** The `why` and `fix` of any error that an opener threw. */
export function reasonOf(error: unknown): { readonly why: string; readonly fix: string } {
  const { why, fix, message = String(error) } = error as Partial<Unusable>;
  return { why: why ?? message.split("\n", 1).join(), fix: fix ?? "set W2V_BACKEND=wasm" };
}
