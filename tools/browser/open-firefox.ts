import puppeteer, { type Browser } from "puppeteer-core";

/** Debian's Firefox without a window, driven by WebDriver BiDi. */
export function openFirefox(executablePath: string): Promise<Browser> {
  return puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      // nothing of its own on the network
      "app.normandy.enabled": false,
      "browser.safebrowsing.update.enabled": false,
      "network.captive-portal-service.enabled": false,
    },
  });
}
