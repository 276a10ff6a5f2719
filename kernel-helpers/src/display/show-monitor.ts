import {
  type Alert,
  type CusumOptions,
  type Lexicon,
  type MonitorEvent,
  type MonitorOptions,
  monitorStream,
  type StreamItem,
} from "../apply/index.ts";
import { counted, everyMilliseconds } from "../base/index.ts";
import { interrupted } from "../host/index.ts";
import { type ChartSpec, lineChart, monitorChart } from "../plot/index.ts";
import { type Displayable, escapeHtml, html } from "./displayable.ts";
import { liveChart } from "./live-chart.ts";

/** Options of `showMonitor`. */
export interface ShowMonitorOptions extends MonitorOptions {
  /** Title of the first chart. Default: "Rolling mean of the scores". */
  readonly title?: string;
  /** The charts show so many of the last messages. Default: 500. */
  readonly last?: number;
}

/** Milliseconds between two questions whether the user wants to stop. */
const ASK = 50;

/**
 * Watches a stream as `monitorStream` does, to its end or until the learner interrupts, and draws it meanwhile: the rolling mean in its band, both sums of the CUSUM chart under their limit, and the
 * alerts in words, each with what moved it, which a screen reader reads as they come. Returns the events.
 */
export async function showMonitor(
  items: Iterable<StreamItem> | AsyncIterable<StreamItem>,
  lexicon: Lexicon,
  { title, last = 500, ...options }: ShowMonitorOptions = {},
): Promise<readonly MonitorEvent[]> {
  const events: MonitorEvent[] = [];
  const [means, sums, log] = [liveChart(), liveChart(), liveChart()];
  const drawn: readonly [typeof means, () => ChartSpec | Displayable][] = [
    [means, () => monitorChart(events, { ...(title !== undefined && { title }), last })],
    [sums, () => sumsChart(events.slice(-last), options)],
    [log, () => alertLog(events)],
  ];
  const isTime = everyMilliseconds(ASK);
  for await (const event of monitorStream(items, lexicon, options)) {
    events.push(event);
    for (const [chart, draw] of drawn) await chart.update(draw);
    if (isTime() && (await interrupted())) break;
  }
  if (events.length > 0) for (const [chart, draw] of drawn) await chart.done(draw);
  return events;
}

/** Both sums of the CUSUM chart and their limit. */
function sumsChart(events: readonly MonitorEvent[], { limit = 5 }: CusumOptions): ChartSpec {
  const ends = [events[0], events.at(-1)] as [MonitorEvent, MonitorEvent];
  return lineChart(
    [
      ...events.map(({ place, up }) => ({ x: place, y: up, series: "S⁺, good news" })),
      ...events.map(({ place, down }) => ({ x: place, y: down, series: "S⁻, bad news" })),
      ...ends.map(({ place }) => ({ x: place, y: limit, series: "limit h" })),
    ],
    { title: "Sums of the CUSUM chart", x: "message", y: "deviations", width: 480, height: 160 },
  );
}

/** The alerts in words, the newest first. */
function alertLog(events: readonly MonitorEvent[]): Displayable {
  const alerts = events.filter(
    (event): event is MonitorEvent & { alert: Alert } => event.alert !== undefined,
  );
  const heading = `${counted(events.length, "message")}, ${counted(alerts.length, "alert")}`;
  const lines = alerts.map(({ place, alert }) => alertLines(place, alert)).reverse();
  const items = lines.map(([head = "", ...rest]) => {
    const parts = rest.map((line) => `<br>${escapeHtml(line)}`);
    return `<li><b>${escapeHtml(head)}</b>${parts.join("")}</li>`;
  });
  const list = items.length === 0 ? "" : `<ol reversed>${items.join("")}</ol>`;
  return html(
    `<section aria-label="Alerts"><p><b>${heading}</b></p><div role="log" aria-live="polite">${list}</div></section>`,
    [heading, ...lines.map((parts) => parts.join(" "))].join("\n"),
  );
}

/** "Message 214: bad news since message 201, 14 messages.", "Words: loss −3.2.", "“Halmere …”" */
function alertLines(place: number, { direction, since, messages, words, texts }: Alert): string[] {
  const moved = words
    .filter((one) => Math.abs(one.moved) >= 0.05)
    .map((one) => `${one.word} ${one.moved > 0 ? "+" : "−"}${Math.abs(one.moved).toFixed(1)}`);
  return [
    `Message ${place}: ${direction} news since message ${since}, ${counted(messages, "message")}.`,
    ...(moved.length > 0 ? [`Words: ${moved.join(", ")}.`] : []),
    ...texts.map((text) => `“${text.length > 160 ? `${text.slice(0, 159)}…` : text}”`),
  ];
}
