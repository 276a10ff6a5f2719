// Runs in front of JupyterLite's own service worker, because a page can have only one. Bundled by addServiceWorker().
import { isSiteFile } from "./is-site-file.ts";
import { isolated } from "./isolated.ts";
import { keptFiles } from "./kept-files.ts";
import type { WorkerScope } from "./worker-scope.ts";

/** Inserted by the bundler: the build's name, and the files to store in advance. */
declare const BUILD: string;
declare const KEEP: readonly string[];

const scope = globalThis as unknown as WorkerScope;
const root = scope.registration.scope;
const files = keptFiles(BUILD, scope.caches, (request, options) => scope.fetch(request, options));

scope.addEventListener("activate", (event) => event.waitUntil(files.dropOthers()));
scope.addEventListener("message", (event) => {
  const asked = (event.data as { readonly keep?: readonly string[] } | null)?.keep;
  if (Array.isArray(asked))
    event.waitUntil(files.keep(asked.filter((url) => isSiteFile(new Request(url), root))));
});
let keeping: Promise<void> | undefined;
scope.addEventListener("fetch", (event) => {
  if (!isSiteFile(event.request, root)) return;
  // not during installation, because pages would wait for that
  keeping ??= files.keep(KEEP.map((path) => new URL(path, root).href));
  event.waitUntil(keeping);
  event.stopImmediatePropagation();
  event.respondWith(files.get(event.request).then(isolated));
});
