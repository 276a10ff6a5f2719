// In each page of JupyterLite, bundled by addServiceWorker(): tells the service worker which files came before it
// could see them, so that a page that is never loaded twice opens without a network too.

const { serviceWorker } = navigator;

/** Addresses of files that did not come through the service worker. */
const unseen: string[] = [location.href];

function tell(): void {
  if (unseen.length === 0) return;
  serviceWorker.controller?.postMessage({ keep: unseen.splice(0) });
}

// browsers leave it out where pages may not have one: private windows, addresses without encryption
if (serviceWorker && !serviceWorker.controller) {
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
      if (entry.workerStart === 0) unseen.push(entry.name);
    }
    if (serviceWorker.controller) tell();
  });
  observer.observe({ type: "resource", buffered: true });
  serviceWorker.addEventListener("controllerchange", tell);
}
