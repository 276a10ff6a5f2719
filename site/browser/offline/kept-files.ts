/** Files of the site that a browser stores. */
export interface KeptFiles {
  /** The file from the network, which is then stored; the stored one if the network does not answer. */
  get(request: Request): Promise<Response>;
  /** Fetches and stores the files at these addresses that are not stored yet, as far as possible. */
  keep(addresses: readonly string[]): Promise<void>;
  /** Deletes the files of other builds of the site. */
  dropOthers(): Promise<void>;
}

const PREFIX = "word2vec-lab-";

/** A file whose name contains a hash of its content never changes: "build/jlab_core.a86436d.js". */
const NAMED_BY_CONTENT = /\.[0-9a-f]{7,}\.\w+$/;

/** The kept files of one build of the site in the browser's caches, over `fetch`. */
export function keptFiles(
  build: string,
  caches: CacheStorage,
  fetch: (request: Request | string, options?: RequestInit) => Promise<Response>,
): KeptFiles {
  const cache = caches.open(PREFIX + build);
  const put = async (url: string, answer: Response): Promise<void> => {
    // part of a file (206) and what a page may not read cannot be kept; a full disk only costs the copy
    if (answer.status !== 200 || answer.type === "opaque") return;
    await (await cache).put(keyOf(url), answer).catch(() => {});
  };
  return {
    async get(request) {
      try {
        const answer = await fetch(request, freshness(request.url));
        // not awaited: the page need not wait for the disk
        void put(request.url, answer.clone());
        return answer;
      } catch (error) {
        const kept = await (await cache).match(keyOf(request.url), { ignoreVary: true });
        if (kept) return kept;
        throw error;
      }
    },
    async keep(addresses) {
      const one = async (url: string): Promise<void> => {
        if (await (await cache).match(keyOf(url))) return;
        // the browser asks whether its own copy is current, which costs no second download
        await put(url, await fetch(url, { cache: "no-cache" }));
      };
      await Promise.allSettled(addresses.map(one));
    },
    async dropOthers() {
      const names = await caches.keys();
      const others = names.filter((name) => name.startsWith(PREFIX) && name !== PREFIX + build);
      await Promise.all(others.map((name) => caches.delete(name)));
    },
  };
}

/**
 * Hosts say "good for ten minutes" or nothing, and then browsers guess, up to days for old files: a learner would have
 * last week's lesson, or a new page with an old kernel. Asking whether a copy is current costs no second download.
 */
function freshness(url: string): RequestInit {
  return NAMED_BY_CONTENT.test(keyOf(url)) ? {} : { cache: "no-cache" };
}

/** A static site returns the same file whatever follows the question mark: "index.html?path=04-cbow.ipynb". */
function keyOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
