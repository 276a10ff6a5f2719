import { expect, test } from "vitest";
import { type IsolationState, isolateOnce } from "./isolate-once.ts";

/** How often a page reloads when it is opened three times in one tab. */
async function reloads(page: Partial<IsolationState>): Promise<number> {
  const kept = new Map<string, string>();
  let count = 0;
  const state: IsolationState = {
    isolated: false,
    workerReady: Promise.resolve(),
    touched: () => false,
    storage: () => ({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, text) => void kept.set(key, text),
    }),
    reload: () => count++,
    ...page,
  };
  for (let load = 0; load < 3; load++) await isolateOnce(state);
  return count;
}

const denied = (): never => {
  throw new Error("denied");
};

test.each<[string, number, Partial<IsolationState>]>([
  ["reloads a page once, however often it is asked in a tab", 1, {}],
  ["leaves an isolated page", 0, { isolated: true }],
  ["leaves a page that can have no service worker", 0, { workerReady: undefined }],
  ["leaves a page in which somebody works", 0, { touched: () => true }],
  ["leaves a page that cannot remember", 0, { storage: denied }],
])("isolateOnce() %s", async (_, count, page) => {
  expect(await reloads(page)).toBe(count);
});
