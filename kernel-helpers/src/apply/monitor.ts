import { optionName, requireInteger, requirePositive } from "../base/index.ts";
import { type Alert, type Evidence, evidence, type StreamItem } from "./alert.ts";
import { type Baseline, baselineOf, type CusumOptions, cusumChart } from "./cusum.ts";
import { type Lexicon, lexiconScore } from "./lexicon.ts";

/** Options of `monitorStream`. */
export interface MonitorOptions extends CusumOptions {
  /** Messages at the start that tell what is usual; no alert comes from them. Default: 100. */
  readonly warmUp?: number;
  /** Messages in the rolling mean. Default: 50. */
  readonly window?: number;
  /** How many of its deviations the rolling mean may be away: half of the band's width. Default: 3. */
  readonly band?: number;
}

/** What is known after a message. */
export interface MonitorEvent {
  /** The message. */
  readonly id: string | number;
  /** From 1. */
  readonly place: number;
  /** What the lexicon says of the message, -1 to 1. */
  readonly score: number;
  /** Mean of the last scores, as many as the window has. */
  readonly rolling: number;
  /** μ ± `band` · s / √window: with 3, where the mean of `window` independent scores lies in 997 of 1,000 cases if nothing happens; undefined during the warm-up. */
  readonly band?: readonly [low: number, high: number];
  /** The side on which the rolling mean lies outside of the band, if it does. */
  readonly outside?: "up" | "down";
  /** S⁺ of the CUSUM chart; 0 during the warm-up. */
  readonly up: number;
  /** S⁻ of the CUSUM chart; 0 during the warm-up. */
  readonly down: number;
  /** Given with the message at which a sum went above the limit. */
  readonly alert?: Alert;
}

/**
 * Watches a stream of messages: each is read by the lexicon, the first ones give the baseline, and a CUSUM chart gives an alert when the scores have
 * left it for too long. An event for each message, as it comes; nothing is kept but the scores of the window, and for each of the two sums the first message
 * since it was last 0, the clearest texts, and what each word of the lexicon has moved.
 */
export async function* monitorStream(
  items: Iterable<StreamItem> | AsyncIterable<StreamItem>,
  lexicon: Lexicon,
  { warmUp = 100, window = 50, band = 3, slack = 0.5, limit = 5 }: MonitorOptions = {},
): AsyncGenerator<MonitorEvent> {
  requireInteger("Cannot watch the stream", { warmUp }, 2);
  requireInteger("Cannot watch the stream", { window }, 1);
  requirePositive("Cannot watch the stream", { band });
  const [quiet, recent]: [number[], number[]] = [[], []];
  const since: { up?: Evidence | undefined; down?: Evidence | undefined } = {}; // a sum was last 0
  let watched: { readonly baseline: Baseline; readonly chart: ReturnType<typeof cusumChart> } | undefined;
  let place = 0;
  for await (const item of items) {
    const { score } = lexiconScore(item.tokens, lexicon);
    recent.push(score);
    if (recent.length > window) recent.shift();
    const event = { id: item.id, place: ++place, score, rolling: meanOf(recent) };
    if (quiet.length < warmUp) {
      quiet.push(score);
      yield { ...event, up: 0, down: 0 };
      continue;
    }
    if (!watched) {
      const baseline = quietBaseline(quiet);
      watched = { baseline, chart: cusumChart(baseline, { slack, limit }) };
    }
    const { baseline, chart } = watched;
    const state = chart.add(score);
    for (const side of ["up", "down"] as const) {
      since[side] = state[side] > 0 ? (since[side] ?? evidence(side, lexicon, baseline)) : undefined;
      since[side]?.add(item, score);
    }
    const half = (band * baseline.deviation) / Math.sqrt(recent.length);
    const [low, high] = [baseline.mean - half, baseline.mean + half];
    const outside = event.rolling > high ? "up" : event.rolling < low ? "down" : undefined;
    const alert = state.alarm && since[state.alarm]?.alert();
    if (alert) since.up = since.down = undefined;
    yield {
      ...event,
      band: [low, high],
      ...{ up: state.up, down: state.down },
      ...(outside && { outside }),
      ...(alert && { alert }),
    };
  }
}

function quietBaseline(quiet: readonly number[]): Baseline {
  try {
    return baselineOf(quiet);
  } catch {
    throw new RangeError(
      `Cannot watch the stream as its first messages must have different scores: all ${quiet.length} have the score ${quiet[0]}. ` +
        `Remedy: a larger ${optionName("warmUp")}, or a lexicon that has words of these messages`,
    );
  }
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
