import { host } from "#host";
import { everyMilliseconds } from "../base/index.ts";
import { interrupted } from "../host/index.ts";
import { newDisplayId } from "./new-display-id.ts";
import { type Progress, progressBundle } from "./progress-bundle.ts";

/** Options of `progress`. */
export interface ProgressOptions {
  /** How many items there are. Default: the `length` or `size` of the items, if they have one. */
  readonly total?: number | undefined;
  /** What the items are, "epochs". */
  readonly label?: string;
  /** Maximum number of updates per second. */
  readonly perSecond?: number;
}

/** Milliseconds between pauses for the event loop, in which outputs are sent and an interrupt can arrive. */
const TURN = 50;

/**
 * Passes the items on and shows in one output how far the loop is: items done, rate, time passed and left. An item
 * counts as done when the loop asks for the next one. An interrupt ends the loop as if there were no more items; after
 * `break` or an error the display shows where the loop stopped. Throws RangeError unless perSecond > 0 and total >= 0.
 */
export async function* progress<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  { total = sizeOf(items), label = "", perSecond = 4 }: ProgressOptions = {},
): AsyncGenerator<Awaited<Item>, void, undefined> {
  if (!(perSecond > 0) || !(total === undefined || total >= 0)) {
    throw new RangeError(
      `Cannot show progress as perSecond must be > 0 and total >= 0: current values are ${perSecond} and ${total}`,
    );
  }
  const start = performance.now();
  const show = shower();
  const now = (done: number, state: Progress["state"]): Progress => {
    return { label, done, total, seconds: (performance.now() - start) / 1000, state };
  };
  const isTime = everyMilliseconds(1000 / perSecond);
  const isTurn = everyMilliseconds(TURN);
  let done = 0;
  let state: Progress["state"] = "stopped"; // so it stays when the loop leaves by break or an error
  try {
    await show(now(0, "running"));
    if (await interrupted()) return;
    for await (const item of items) {
      yield item;
      done += 1;
      if (isTime()) await show(now(done, "running"));
      if (isTurn() && (await interrupted())) return;
    }
    state = "done";
  } finally {
    await show(now(done, state));
  }
}

/** Shows each state in place of the previous one. */
function shower(): (progress: Progress) => Promise<void> {
  const displayId = newDisplayId("progress");
  let update = false;
  return async (progress) => {
    const interim = progress.state === "running";
    await host.show(progressBundle(progress), { displayId, update, interim });
    update = true;
  };
}

/** A string has a length, but it is not the number of its characters. */
function sizeOf(items: unknown): number | undefined {
  if (typeof items !== "object" || items === null) return undefined;
  const { length, size } = items as { readonly length?: unknown; readonly size?: unknown };
  return [length, size].find((number) => typeof number === "number");
}
