// Stands in front of JupyterLite's own service worker: a page can have but one. Bundled by addServiceWorker().
import { isSiteFile } from "./is-site-file.ts";
import { isolated } from "./isolated.ts";
import { keptFiles } from "./kept-files.ts";
import type { WorkerScope } from "./worker-scope.ts";

/** Put in by the bundler: the build's name, and what to keep before anybody asks for it. */
declare const BUILD: string;
declare const KEEP: readonly string[];

const scope = globalThis as unknown as WorkerScope;
const root = scope.registration.scope;
const files = keptFiles(BUILD, scope.caches, (request, options) => scope.fetch(request, options));

scope.addEventListener("install", (event) => {
  event.waitUntil(files.keep(KEEP.map((path) => new URL(path, root).href)));
});
scope.addEventListener("activate", (event) => event.waitUntil(files.dropOthers()));
scope.addEventListener("message", (event) => {
  const asked = (event.data as { readonly keep?: readonly string[] } | null)?.keep;
  if (Array.isArray(asked))
    event.waitUntil(files.keep(asked.filter((url) => isSiteFile(new Request(url), root))));
});
scope.addEventListener("fetch", (event) => {
  if (!isSiteFile(event.request, root)) return;
  event.stopImmediatePropagation();
  event.respondWith(files.get(event.request).then(isolated));
});
