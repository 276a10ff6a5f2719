/** Says in a tab that it was loaded anew already. */
const TRIED = "word2vec-lab:isolated";

/** What of a page decides whether to load it anew. */
export interface IsolationState {
  readonly isolated: boolean;
  /** Resolves when a service worker can answer for the host; absent where there can be none. */
  readonly workerReady: Promise<unknown> | undefined;
  /** Whether the learner has clicked or typed. */
  readonly touched: () => boolean;
  readonly storage: () => Pick<Storage, "getItem" | "setItem">;
  readonly reload: () => void;
}

/**
 * Loads a page anew, once in a tab, when a service worker is ready to add the headers that isolate it and its host did
 * not send them: only then can threads share memory, and Interrupt reach a loop. Never under the learner's hands.
 */
export async function isolateOnce(page: IsolationState): Promise<void> {
  if (page.isolated || page.workerReady === undefined) return;
  await page.workerReady;
  if (page.touched()) return;
  try {
    if (page.storage().getItem(TRIED) !== null) return;
    page.storage().setItem(TRIED, "yes");
  } catch {
    return; // without a place to remember, it would go on for ever
  }
  page.reload();
}

/** The page as it is. */
export function isolationState(): IsolationState {
  return {
    isolated: globalThis.crossOriginIsolated,
    workerReady: globalThis.isSecureContext ? navigator.serviceWorker?.ready : undefined,
    touched: noticeTouch(),
    storage: () => sessionStorage,
    reload: () => location.reload(),
  };
}

/** Whether there was a click or a key from now on. */
function noticeTouch(): () => boolean {
  let touched = false;
  for (const type of ["pointerdown", "keydown"])
    addEventListener(type, () => (touched = true), { once: true, capture: true });
  return () => touched;
}
