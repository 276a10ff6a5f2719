/** Addresses below the site that JupyterLite's own service worker answers, without any file. */
const ANSWERED_THERE = /\/api\/(?:drive|stdin\/|service-worker-heartbeat)/;

/** Whether a request is for one of the files of the site whose folder is `scope`. */
export function isSiteFile({ method, url, headers }: Request, scope: string): boolean {
  return method === "GET" && url.startsWith(scope) && !ANSWERED_THERE.test(url) && !headers.has("range");
}
