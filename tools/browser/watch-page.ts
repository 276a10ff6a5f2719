import type { DrivenPage } from "./open-page.ts";

/** What a page should not do, as it happens. */
export interface PageTroubles {
  /** Console errors and uncaught exceptions. */
  readonly errors: string[];
  /** Addresses outside `allowed`. */
  readonly foreign: string[];
}

/** Collects a page's errors and its requests that do not begin with one of `allowed`. */
export function watchPage(page: Pick<DrivenPage, "on">, allowed: readonly string[]): PageTroubles {
  const troubles: PageTroubles = { errors: [], foreign: [] };
  page.on("console", (message) => {
    if (message.type() === "error") troubles.errors.push(message.text());
  });
  page.on("pageerror", (error) => troubles.errors.push(error.message));
  page.on("request", (request) => {
    const url = request.url();
    if (![...allowed, "data:", "blob:"].some((start) => url.startsWith(start))) troubles.foreign.push(url);
  });
  return troubles;
}
