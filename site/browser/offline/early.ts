// First script of each page of JupyterLite, bundled by addServiceWorker(). JupyterLite starts its service worker after
// it has loaded. This script starts it at once, so that the reload for isolation costs a moment and not a whole start.
import { isolateOnce, isolationState } from "../../../kernel/browser/page/isolate-once.ts";
import { rememberedTheme } from "../../../kernel/browser/page/remembered-theme.ts";
import { tellWorker } from "./tell-worker.ts";

/** Inserted by the bundler: JupyterLite's version. */
declare const VERSION: string;

/** The name that JupyterLite uses, so that it accepts this service worker as its own. */
const address = new URL("../service-worker.js?enableCache=false", location.href).href;

async function start(workers: ServiceWorkerContainer): Promise<void> {
  try {
    // JupyterLite looks for this entry; without it, it removes every service worker of this host, even other sites'
    localStorage.setItem(`${address}-version`, VERSION);
    await workers.register(address);
    await isolateOnce(isolationState());
  } catch (error) {
    console.info("This page runs without a service worker:", error);
  }
}

const theme = rememberedTheme(() => localStorage, new URL("../", location.href).pathname);
if (theme !== undefined) document.documentElement.dataset.openingTheme = theme; // for the loading screen

// undefined where pages may not have one: in private windows, at addresses without encryption
if (navigator.serviceWorker) {
  tellWorker(navigator.serviceWorker);
  void start(navigator.serviceWorker);
}
