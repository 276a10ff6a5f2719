import { fromRoot } from "./from-root.ts";

/** A browser runs no notebook from a file: there the links to notebooks lead to the page that says what to do. */
export function leadFromFiles(): void {
  if (location.protocol !== "file:") return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a.run")) {
    link.href = fromRoot("try/index.html");
  }
}
