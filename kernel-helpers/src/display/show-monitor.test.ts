import { afterEach, beforeEach, expect, test } from "vitest";
import type { StreamItem } from "../apply/index.ts";
import { KERNEL_HOST, type MimeBundle, type ShowOptions } from "../host/index.ts";
import { showMonitor } from "./show-monitor.ts";

const scope = globalThis as unknown as Record<symbol, unknown>;
let outputs: { readonly bundle: MimeBundle; readonly options: ShowOptions | undefined }[];
let stopped = false;

beforeEach(() => {
  [outputs, stopped] = [[], false];
  scope[KERNEL_HOST] = {
    show: (bundle: MimeBundle, options?: ShowOptions) => outputs.push({ bundle, options }),
    clear: () => {},
    interrupted: () => stopped,
  };
});
afterEach(() => {
  delete scope[KERNEL_HOST];
});

const lexicon = new Map([
  ["up", 1],
  ["down", -1],
]);
const item = (id: number, text: string): StreamItem => ({ id, text, tokens: text.split(" ") });
const stream = [
  ...Array.from({ length: 40 }, (_, i) => item(i, i % 2 ? "shares up" : "shares down")),
  ...Array.from({ length: 20 }, (_, i) => item(40 + i, `mill <${i}> down`)),
];
const options = { warmUp: 30, window: 5 };

test("showMonitor() draws two charts and the alerts in words, each in one place, and ends with pictures", async () => {
  const events = await showMonitor(stream, lexicon, options);
  expect(events).toHaveLength(60);
  const places = new Set(outputs.map(({ options }) => options?.displayId));
  expect(places.size).toBe(3);
  const last = [...places].map((place) =>
    outputs.filter(({ options }) => options?.displayId === place).at(-1),
  );
  const [means, sums, log] = last.map((output) => output?.bundle ?? {});
  expect(means?.["image/svg+xml"]).toContain('role="img"');
  expect(means?.["text/plain"]).toMatch(/Line chart of the rolling mean over messages 1 to 60.*bad news at/);
  expect(sums?.["text/plain"]).toMatch(/S⁻, bad news: from 0 at 1/);
  const alerts = events.filter(({ alert }) => alert);
  expect(String(log?.["text/plain"]).split("\n")).toHaveLength(1 + alerts.length);
  expect(log?.["text/plain"]).toMatch(/^60 messages, \d+ alerts?\nMessage \d+: bad news since message /);
  expect(log?.["text/html"]).toMatch(
    /role="log" aria-live="polite"><ol reversed><li><b>Message .*mill &lt;\d+&gt; down/,
  );
});

test("showMonitor() stops when the learner interrupts, and keeps what it has seen", async () => {
  async function* endless(): AsyncGenerator<StreamItem> {
    for (let i = 0; ; i++) {
      if (i === 50) stopped = true;
      yield item(i, i % 2 ? "up" : "down");
    }
  }
  const events = await showMonitor(endless(), lexicon, options);
  expect(events.length).toBeGreaterThanOrEqual(50);
  expect(outputs.at(-1)?.bundle["text/plain"]).toBe(`${events.length} messages, 0 alerts`);
});

test("showMonitor() of an empty stream shows nothing", async () => {
  expect([await showMonitor([], lexicon), outputs]).toEqual([[], []]);
});
