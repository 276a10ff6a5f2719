/** Records in a tab that it was already loaded a second time. */
const TRIED = "word2vec-lab:isolated";

/** What decides whether a page is loaded again. */
export interface IsolationState {
  readonly isolated: boolean;
  /** Resolves when a service worker can answer for the host; undefined if there can be none. */
  readonly workerReady: Promise<unknown> | undefined;
  /** Whether the learner has clicked or typed. */
  readonly touched: () => boolean;
  readonly storage: () => Pick<Storage, "getItem" | "setItem">;
  readonly reload: () => void;
}

/**
 * Loads a page again, once per tab, when a service worker is ready to add the headers that isolate it and its host did
 * not send them. Only then can threads share memory, and Interrupt reach a loop. Not after the learner has begun to
 * work.
 */
export async function isolateOnce(page: IsolationState): Promise<void> {
  if (page.isolated || page.workerReady === undefined) return;
  await page.workerReady;
  if (page.touched()) return;
  try {
    if (page.storage().getItem(TRIED) !== null) return;
    page.storage().setItem(TRIED, "yes");
  } catch {
    return; // without storage to remember the attempt, it would reload for ever
  }
  page.reload();
}

/** The state of this page. */
export function isolationState(): IsolationState {
  return {
    isolated: globalThis.crossOriginIsolated,
    workerReady: globalThis.isSecureContext ? navigator.serviceWorker?.ready : undefined,
    touched: noticeTouch(),
    storage: () => sessionStorage,
    reload: () => location.reload(),
  };
}

/** Whether there has been a click or a key press since this was called. */
function noticeTouch(): () => boolean {
  let touched = false;
  for (const type of ["pointerdown", "keydown"])
    addEventListener(type, () => (touched = true), { once: true, capture: true });
  return () => touched;
}
