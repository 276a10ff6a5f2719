import { openChromium } from "./open-chromium.ts";
import { openFirefox } from "./open-firefox.ts";

/** A browser that tests can drive: its program. */
export interface BrowserProgram {
  readonly name: "chromium" | "firefox";
  readonly path: string;
  /** Options that Chromium gets besides those of `openChromium`. */
  readonly options?: readonly string[];
}

/** What the drivers of both browsers have. */
export interface DrivenPage {
  goto(url: string): Promise<unknown>;
  evaluate<Job, Result>(run: (job: Job) => Result, job: Job): Promise<Awaited<Result>>;
  /** Ends the browser. */
  close(): Promise<void>;
}

/** Opens a browser with one page. */
export async function openPage({ name, path, options }: BrowserProgram): Promise<DrivenPage> {
  const browser = name === "firefox" ? await openFirefox(path) : await openChromium(path, options);
  const page = (await browser.newPage()) as Pick<DrivenPage, "goto" | "evaluate">;
  return {
    goto: (url) => page.goto(url),
    evaluate: (run, job) => page.evaluate(run, job),
    close: () => browser.close(),
  };
}
