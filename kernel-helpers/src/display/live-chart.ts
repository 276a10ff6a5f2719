import { host } from "#host";
import { bundleOf, type Showable } from "./bundle-of.ts";
import { newDisplayId } from "./new-display-id.ts";

/** What a live chart draws: a value, or a function that makes it and is called only when it is drawn. */
export type LiveState = Showable | (() => Showable);

/** One output that changes while the cell runs. */
export interface LiveChart {
  /** Draws `state` if the last drawing is long enough ago; otherwise keeps it for `done`. */
  update(state: LiveState): Promise<void>;
  /** Draws the last state, or `state`, with an image for saved pages. */
  done(state?: LiveState): Promise<void>;
}

/** Options of `liveChart`. */
export interface LiveChartOptions {
  /** Maximum number of drawings per second. */
  readonly perSecond?: number;
}

/**
 * A chart that is redrawn in place, at most `perSecond` times a second: updates in between cost only the call and are
 * replaced by the next one.
 */
export function liveChart({ perSecond = 4 }: LiveChartOptions = {}): LiveChart {
  if (!(perSecond > 0)) {
    throw new RangeError(`Cannot make a live chart as perSecond must be > 0: current value is ${perSecond}`);
  }
  const draw = drawer();
  let last: LiveState;
  let drawnAt = Number.NEGATIVE_INFINITY;
  return {
    async update(state) {
      last = state;
      const now = performance.now();
      if (now - drawnAt < 1000 / perSecond) return;
      drawnAt = now;
      await draw(last, false);
    },
    async done(...states) {
      if (states.length > 0) last = states[0];
      await draw(last, true);
    },
  };
}

/** Draws in one place, one drawing after the other. */
function drawer(): (state: LiveState, picture: boolean) => Promise<void> {
  const displayId = newDisplayId("live");
  let shown = false;
  let drawing: Promise<void> = Promise.resolve();
  return (state, picture) => {
    drawing = drawing.then(async () => {
      const value = typeof state === "function" ? (state as () => Showable)() : state;
      await host.show(await bundleOf(value, picture), { displayId, update: shown });
      shown = true;
    });
    return drawing;
  };
}
