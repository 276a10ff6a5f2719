import type { MonitorEvent } from "../apply/index.ts";
import type { NumberedMessage } from "./monitor-messages.ts";

/** A message with what the chart says after it. */
export interface WatchedMessage {
  readonly message: NumberedMessage;
  readonly event: MonitorEvent;
}

/** A line of output: an alert of the CUSUM chart, or the rolling mean that leaves its band. */
export type MonitorLine = { readonly kind: "alert" | "band" } & Readonly<Record<string, unknown>>;

/** A function that makes the lines of output for each message: an alert, and a line when the rolling mean has just left its band. */
export function monitorLines(): (watched: WatchedMessage) => MonitorLine[] {
  let before: MonitorEvent["outside"];
  return ({ message: { line, time }, event }) => {
    const place = { line, ...(time !== undefined && { time }) };
    const state = { rolling: digits(event.rolling), band: event.band?.map(digits) };
    const lines: MonitorLine[] = [];
    if (event.outside !== undefined && event.outside !== before) {
      const direction = event.outside === "up" ? "good" : "bad";
      lines.push({ kind: "band", ...place, direction, ...state });
    }
    before = event.outside;
    if (event.alert) {
      const { direction, since, sinceTime, messages, words, texts } = event.alert;
      lines.push({
        ...{ kind: "alert", ...place, direction },
        since: { line: since, ...(sinceTime !== undefined && { time: sinceTime }) },
        messages,
        words: words.map(({ word, moved }) => ({ word, moved: digits(moved) })),
        texts,
        ...state,
      });
    }
    return lines;
  };
}

/** A number with four digits after the point, which is more than a mean of scores has. */
function digits(x: number): number {
  return Number(x.toFixed(4));
}

/** A line of JSON, without characters that a terminal would obey. */
export function jsonLine(line: object): string {
  return JSON.stringify(line).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
