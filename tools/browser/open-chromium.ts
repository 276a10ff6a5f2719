import { type Browser, chromium } from "playwright-core";

/** Chromium without a window, with 3-D drawn in software and nothing of its own on the network. */
export function openChromium(executablePath: string, more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox", // containers often run as root
      "--no-first-run",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--use-gl=angle",
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
      ...more,
    ],
  });
}
