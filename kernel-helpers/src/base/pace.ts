/**
 * A time in a few words: "0.4 s", "15 s", "2 min 5 s", "1 h 1 min". Whole seconds are rounded up.
 *
 * @example
 * durationText(124.2); // "2 min 5 s"
 */
export function durationText(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.ceil(seconds);
  if (whole < 120) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** How fast something goes. */
export interface Pace {
  /** Things done in a second. */
  readonly perSecond: number;
  /** Seconds left at this rate; undefined or not finite when unknown. */
  readonly secondsLeft?: number | undefined;
  /** What is counted, "examples". Without it: "12/s". */
  readonly unit?: string;
}

/**
 * A rate and the time left. What is not known is left out.
 *
 * @example
 * paceText({ perSecond: 12345.6, secondsLeft: 14.2, unit: "examples" }); // "12,346 examples/s · 15 s left"
 */
export function paceText({ perSecond, secondsLeft = Number.NaN, unit = "" }: Pace): string {
  const rate =
    perSecond < 10 ? String(Number(perSecond.toPrecision(2))) : Math.round(perSecond).toLocaleString("en");
  return [
    Number.isFinite(perSecond) ? `${rate}${unit && ` ${unit}`}/s` : "",
    Number.isFinite(secondsLeft) ? `${durationText(secondsLeft)} left` : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}
