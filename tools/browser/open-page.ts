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
  /** Presses a key, such as "Tab". */
  press(key: string): Promise<void>;
  /** Writes a picture of what is in view. */
  screenshot(path: string): Promise<void>;
  on: Observe;
  /** Ends the browser. */
  close(): Promise<void>;
}

/** Calls `hear` at each event of the page: both drivers have these, with these methods. */
type Observe = {
  (event: "console", hear: (message: { type(): string; text(): string }) => void): unknown;
  (event: "pageerror", hear: (error: Error) => void): unknown;
  (event: "request", hear: (request: { url(): string }) => void): unknown;
};

/** The page of either driver. */
interface DriverPage extends Pick<DrivenPage, "goto" | "evaluate" | "on"> {
  screenshot(options: { path: string }): Promise<unknown>;
  readonly keyboard: { press(key: string): Promise<void> };
}

/** Opens a browser with one page. */
export async function openPage({ name, path, options }: BrowserProgram): Promise<DrivenPage> {
  const browser = name === "firefox" ? await openFirefox(path) : await openChromium(path, options);
  const page = (await browser.newPage()) as DriverPage;
  return {
    on: page.on.bind(page),
    press: (key) => page.keyboard.press(key),
    async screenshot(path) {
      await page.screenshot({ path });
    },
    goto: (url) => page.goto(url),
    evaluate: (run, job) => page.evaluate(run, job),
    close: () => browser.close(),
  };
}
