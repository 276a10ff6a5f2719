/** A request that a service worker may answer, with the parts that this site uses. */
export interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** An event whose work the browser waits for. */
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

/** A page's message to its service worker. */
interface MessageEvent extends ExtendableEvent {
  readonly data: unknown;
}

/** The globals of a service worker; TypeScript's own declarations of them conflict with those of a page. */
export interface WorkerScope {
  readonly caches: CacheStorage;
  readonly registration: { readonly scope: string };
  fetch(request: Request | string, options?: RequestInit): Promise<Response>;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
  addEventListener(type: "activate", listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
}
