/**
 * Tells the service worker which files were loaded before it could see them, so that a page that is never loaded twice
 * opens without a network too.
 */
export function tellWorker(workers: ServiceWorkerContainer): void {
  if (workers.controller) return;
  const unseen: string[] = [location.href];
  const tell = (): void => {
    if (unseen.length > 0) workers.controller?.postMessage({ keep: unseen.splice(0) });
  };
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
      if (entry.workerStart === 0) unseen.push(entry.name);
    }
    tell();
  });
  observer.observe({ type: "resource", buffered: true });
  workers.addEventListener("controllerchange", tell);
}
