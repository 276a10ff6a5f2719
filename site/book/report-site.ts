import type { BuiltSite } from "./build-site.ts";

/** Says where the site is, and what its lessons name and the book does not have. */
export function reportSite({ index, missing }: BuiltSite): string {
  const lines = missing.map((text) => `the book misses something: ${text}`);
  return [...lines, `open ${index}`].join("\n");
}
