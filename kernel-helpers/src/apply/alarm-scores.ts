import { requireInteger } from "../base/index.ts";

/** How well a chart watched a stream whose shock is known. */
export interface AlarmScores {
  /** Alarms for each 1,000 messages that were watched before the shock. */
  readonly falsePerThousand: number;
  /** Messages of the shock up to and including the one of the first alarm: 1 at best; Infinity without an alarm. */
  readonly delay: number;
}

/**
 * Judges alarms by the places of their messages, counted from 1. Messages `warmUp` + 1 to `shockAt` - 1 are quiet and watched, those from `shockAt` on belong to the shock. An alarm in
 * the warm-up cannot occur. Throws RangeError unless there are quiet messages to be watched.
 *
 * @example
 * alarmScores([300, 704], { warmUp: 100, shockAt: 701 }); // { falsePerThousand: 1000 / 600, delay: 4 }
 */
export function alarmScores(
  alarms: readonly number[],
  { warmUp, shockAt }: { readonly warmUp: number; readonly shockAt: number },
): AlarmScores {
  requireInteger("Cannot judge the alarms", { warmUp }, 0);
  requireInteger("Cannot judge the alarms", { shockAt }, warmUp + 2);
  const early = alarms.filter((place) => place < shockAt).length;
  const first = alarms.find((place) => place >= shockAt) ?? Number.POSITIVE_INFINITY;
  return { falsePerThousand: (1000 * early) / (shockAt - 1 - warmUp), delay: first - shockAt + 1 };
}
