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
  ["reloads a page once per tab, however often it is called", 1, {}],
  ["does not reload an isolated page", 0, { isolated: true }],
  ["does not reload a page that cannot have a service worker", 0, { workerReady: undefined }],
  ["does not reload a page in which someone is working", 0, { touched: () => true }],
  ["does not reload a page that cannot store anything", 0, { storage: denied }],
])("isolateOnce() %s", async (_, count, page) => {
  expect(await reloads(page)).toBe(count);
});
