// First script of each page of JupyterLite, bundled by addServiceWorker(). JupyterLite starts its service worker after
// it has loaded; this page starts it at once, so that loading anew for isolation costs a moment and not the whole start.
import { isolateOnce, isolationState } from "../../../kernel/browser/page/isolate-once.ts";
import { tellWorker } from "./tell-worker.ts";

/** Put in by the bundler: JupyterLite's version. */
declare const VERSION: string;

/** As JupyterLite names it, so that it takes this one for its own. */
const address = new URL("../service-worker.js?enableCache=false", location.href).href;

async function start(workers: ServiceWorkerContainer): Promise<void> {
  try {
    // what JupyterLite remembers; where it does not, it ends every service worker of this host, other sites' too
    localStorage.setItem(`${address}-version`, VERSION);
    await workers.register(address);
    await isolateOnce(isolationState());
  } catch (error) {
    console.info("This page goes without a service worker:", error);
  }
}

// browsers leave it out where pages may not have one: private windows, addresses without encryption
if (navigator.serviceWorker) {
  tellWorker(navigator.serviceWorker);
  void start(navigator.serviceWorker);
}
