/**
 * The settings in a page's address, which are environment variables in Node: `&W2V_BACKEND=webgl` chooses a backend,
 * `&W2V_FAST=1` a tenth of the large corpus.
 */
export function pageSettings(search: string): Record<string, string> {
  const entries = [...new URLSearchParams(search)];
  return Object.fromEntries(entries.filter(([name]) => name.startsWith("W2V_")));
}
