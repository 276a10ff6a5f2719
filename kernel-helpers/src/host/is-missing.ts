/** Whether an error of `host.read` or `host.open` says that there is no such file. Any other, such as "permission denied", is no sign of that. */
export function isMissing(error: unknown): boolean {
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown };
  const { name } = (cause ?? {}) as { readonly name?: unknown }; // a page's error has no code
  return code === "ENOENT" || name === "NotFoundError";
}
