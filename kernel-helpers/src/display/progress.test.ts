import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { KERNEL_HOST, type MimeBundle, type ShowOptions } from "../host/index.ts";
import { progress } from "./progress.ts";
import { progressBundle } from "./progress-bundle.ts";

const scope = globalThis as unknown as Record<symbol, unknown>;
let outputs: { readonly bundle: MimeBundle; readonly options: ShowOptions | undefined }[];
let interrupt = false;
let asked = 0;
let clock = 0;

beforeEach(() => {
  outputs = [];
  interrupt = false;
  asked = 0;
  clock = 0;
  vi.spyOn(performance, "now").mockImplementation(() => clock);
  scope[KERNEL_HOST] = {
    show: (bundle: MimeBundle, options?: ShowOptions) => outputs.push({ bundle, options }),
    clear: () => {},
    interrupted: () => {
      asked += 1;
      return interrupt;
    },
  };
});
afterEach(() => {
  delete scope[KERNEL_HOST];
  vi.restoreAllMocks();
});

const texts = (): unknown[] => outputs.map(({ bundle }) => bundle["text/plain"]);
const last = (): unknown => texts().at(-1);

/** Iterates over `items`, taking `milliseconds` for each. */
async function passed<Item>(items: AsyncIterable<Item>, milliseconds: number): Promise<Item[]> {
  const seen: Item[] = [];
  for await (const item of items) {
    seen.push(item);
    clock += milliseconds;
  }
  return seen;
}

async function* three(): AsyncGenerator<number> {
  yield* [1, 2, 3];
}

test("progressBundle() gives no rate if nothing was done", () => {
  const nothing = { label: "", done: 0, total: 0, seconds: 1, state: "done" } as const;
  expect(progressBundle(nothing)["text/plain"]).toBe("0 of 0 · done in 1.0 s");
});

test("progress() yields the items and shows one output with items done, rate, time gone and time left", async () => {
  expect(await passed(progress(["a", "b", "c", "d"], { label: "epochs" }), 500)).toEqual([
    "a",
    "b",
    "c",
    "d",
  ]);
  expect(texts()).toEqual([
    "epochs: 0 of 4",
    "epochs: 1 of 4 · 0.5 s gone · 2/s · 1.5 s left",
    "epochs: 2 of 4 · 1.0 s gone · 2/s · 1.0 s left",
    "epochs: 3 of 4 · 1.5 s gone · 2/s · 0.5 s left",
    "epochs: 4 of 4 · 2.0 s gone · 2/s · 0.0 s left",
    "epochs: 4 of 4 · 2/s · done in 2.0 s",
  ]);
  const options = outputs.map((output) => output.options);
  expect(new Set(options.map((option) => option?.displayId)).size).toBe(1);
  expect(options.map((option) => option?.update)).toEqual([false, true, true, true, true, true]);
  expect(options.map((option) => option?.interim)).toEqual([true, true, true, true, true, false]);
});

test("progress() updates at most perSecond times a second, and always at the end", async () => {
  await passed(progress(new Float32Array(1000), { perSecond: 2 }), 1); // one second in all
  expect(texts()).toEqual([
    "0 of 1,000",
    "500 of 1,000 · 0.5 s gone · 1,000/s · 0.5 s left",
    "1,000 of 1,000 · 1.0 s gone · 1,000/s · 0.0 s left",
    "1,000 of 1,000 · 1,000/s · done in 1.0 s",
  ]);
});

test("progress() checks for interrupts every 50 ms, not at each item", async () => {
  await passed(progress(new Array(1000).fill(0)), 1);
  expect(asked).toBe(1 + 20);
});

test.each([
  ["a set", new Set([1, 2, 3]), 3],
  ["a map", new Map([[1, 2]]), 1],
  ["an asynchronous generator", three(), undefined],
  ["a string, whose length counts some characters twice", "𝑎𝑏", undefined],
])("progress() takes the total from %s if there is one", async (_, items, total) => {
  for await (const _item of progress<unknown>(items)) break;
  expect(texts()[0]).toBe(total === undefined ? "0" : `0 of ${total}`);
});

test("progress() shows how far it was when a break stopped it", async () => {
  for await (const item of progress([1, 2, 3])) {
    clock += 1000;
    if (item === 2) break;
  }
  expect(last()).toBe("stopped at 1 of 3 after 2.0 s");
});

test("progress() shows how far it was when an error of the loop or of the items stopped it, and rethrows it", async () => {
  const loop = async (): Promise<void> => {
    for await (const _ of progress([1, 2, 3], { label: "words" })) throw new Error("in the loop");
  };
  await expect(loop()).rejects.toThrow("in the loop");
  expect(last()).toBe("words: stopped at 0 of 3 after 0.0 s");
  async function* failing(): AsyncGenerator<number> {
    yield 1;
    throw new Error("in the items");
  }
  await expect(passed(progress(failing(), { total: 9 }), 1)).rejects.toThrow("in the items");
  expect(last()).toBe("stopped at 1 of 9 after 0.0 s");
});

test("progress() ends cleanly on an interrupt, and ends the items too", async () => {
  let closed = false;
  async function* endless(): AsyncGenerator<number> {
    try {
      for (let i = 0; ; i++) yield i;
    } finally {
      closed = true;
    }
  }
  const seen: number[] = [];
  for await (const i of progress(endless())) {
    seen.push(i);
    clock += 60;
    interrupt = i === 2;
  }
  expect(seen).toEqual([0, 1, 2]);
  expect(last()).toBe("stopped at 3 after 0.2 s");
  expect(closed).toBe(true);
});

test("progress() does not start after an interrupt", async () => {
  interrupt = true;
  expect(await passed(progress([1, 2]), 1)).toEqual([]);
  expect(last()).toBe("stopped at 0 of 2 after 0.0 s");
});

test("progress() of no items is done immediately", async () => {
  await passed(progress([]), 1);
  expect(last()).toBe("0 of 0 · done in 0.0 s");
});

test.each([{ perSecond: 0 }, { perSecond: Number.NaN }, { total: -1 }, { total: Number.NaN }])(
  "progress() refuses %o",
  async (options) => {
    await expect(passed(progress([1], options), 1)).rejects.toThrow(RangeError);
  },
);

test("progress() overwrites one line in a terminal and leaves the last text there", async () => {
  delete scope[KERNEL_HOST];
  const { isTTY } = process.stdout;
  let written = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    written += text;
    return true;
  });
  vi.spyOn(console, "log").mockImplementation((text) => {
    written += `${text}\n`;
  });
  try {
    process.stdout.isTTY = true;
    await passed(progress([1, 2]), 1000);
  } finally {
    process.stdout.isTTY = isTTY;
  }
  expect(written).toBe(
    "\r0 of 2\x1b[K\r1 of 2 · 1.0 s gone · 1/s · 1.0 s left\x1b[K" +
      "\r2 of 2 · 2.0 s gone · 1/s · 0.0 s left\x1b[K\r\x1b[K2 of 2 · 1/s · done in 2.0 s\n",
  );
});

const running = { label: "", done: 3, total: 4, seconds: 90, state: "running" } as const;

test("progressBundle() names the bar for a screen reader and escapes the label", () => {
  expect(progressBundle({ ...running, label: '<b> & "c"' })["text/html"]).toBe(
    '<div>&lt;b&gt; &amp; &quot;c&quot;: <progress aria-label="&lt;b&gt; &amp; &quot;c&quot;" max="4" value="3">' +
      "</progress> 3 of 4 · 90 s gone · 0.033/s · 30 s left</div>",
  );
});

test.each([
  ["moves to and fro while the total is unknown", { total: undefined }, 'aria-label="progress">'],
  ["is full when that is done", { total: undefined, state: "done" }, 'max="1" value="1"'],
  ["is empty when that stopped", { total: undefined, state: "stopped" }, 'max="1" value="0"'],
  ["is at most full", { done: 5 }, 'max="4" value="4"></progress> 5 of 4 · 90 s gone · 0.056/s · 0.0 s left'],
  ["is full when there is nothing to do", { done: 0, total: 0, state: "done" }, 'max="1" value="1"'],
] as const)("progressBundle() makes a bar that %s", (_, differing, bar) => {
  expect(progressBundle({ ...running, ...differing })["text/html"]).toContain(bar);
});
