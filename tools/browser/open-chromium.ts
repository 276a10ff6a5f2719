import { type Browser, chromium } from "playwright-core";

/** The environment variable with the address of a test run's Chromium, for the processes that run the tests. */
const SHARED = "W2V_TEST_CHROMIUM";

/** WebGL in software, for what draws in three dimensions; the page around it is painted without, which takes less time. */
export const WEBGL: readonly string[] = [
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-gpu-compositing",
];

/** Stops Chromium's own requests to the network. */
const SWITCHES = [
  "--no-sandbox", // containers often run as root
  "--no-first-run",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Without any GPU, not even one in software, which would draw each page. */
const PLAIN = ["--disable-gpu", "--disable-software-rasterizer"];

/**
 * Chromium without a window. In a test run all tests share one, each with its own contexts, unless
 * `more` switches are asked for. Closing it only closes what this call opened.
 */
export function openChromium(executablePath: string, more: readonly string[] = []): Promise<Browser> {
  const shared = process.env[SHARED];
  if (shared !== undefined && more.length === 0) return chromium.connect(shared);
  return chromium.launch({ executablePath, args: [...SWITCHES, ...(more.length > 0 ? more : PLAIN)] });
}

/** Starts the Chromium that the tests of a run share, unless it is there; the result ends it. */
export async function shareChromium(executablePath: string): Promise<() => Promise<void>> {
  if (process.env[SHARED] !== undefined) return async () => {};
  const server = await chromium.launchServer({ executablePath, args: [...SWITCHES, ...PLAIN] });
  process.env[SHARED] = server.wsEndpoint();
  return async () => {
    delete process.env[SHARED];
    await server.close();
  };
}
