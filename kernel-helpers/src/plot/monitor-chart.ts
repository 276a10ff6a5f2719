import type { MonitorEvent } from "../apply/index.ts";
import { counted } from "../base/index.ts";
import { colour, dashes } from "./palette.ts";
import { type ChartOptions, type ChartSpec, chartSpec, rounded, spoken } from "./spec.ts";
import { neutral } from "./theme.ts";

/** Options of `monitorChart`. */
export interface MonitorChartOptions extends ChartOptions {
  /** Draws the last messages only, so many. Default: 500. */
  readonly last?: number;
}

/**
 * A watched stream: the rolling mean of the scores as a line, its control band between two dashed lines, and the alerts of the CUSUM chart as triangles, upwards for good news and downwards
 * for bad. Throws RangeError without an event.
 */
export function monitorChart(
  events: readonly MonitorEvent[],
  { title = "Rolling mean of the scores", width = 480, height = 200, last = 500 }: MonitorChartOptions = {},
): ChartSpec {
  if (events.length === 0) {
    throw new RangeError("Cannot draw a stream as at least one event is needed: none were given");
  }
  const shown = events.slice(-last);
  const [first, end] = [shown[0], shown.at(-1)] as [MonitorEvent, MonitorEvent];
  const x = {
    field: "place",
    type: "quantitative",
    title: "message",
    scale: { domain: [first.place, Math.max(end.place, first.place + 1)], nice: false },
  };
  const y = (field: string): object => ({
    field,
    type: "quantitative",
    title: "score",
    scale: { zero: false },
  });
  const edge = (field: string): object => ({
    transform: [{ filter: `isValid(datum.${field})` }],
    mark: { type: "line", color: neutral, strokeDash: dashes[1], strokeWidth: 1.5 },
    encoding: { x, y: y(field) },
  });
  return chartSpec(
    describe(shown),
    { text: title, width },
    {
      width,
      height,
      data: { values: shown.map(valuesOf) },
      layer: [
        {
          transform: [{ filter: "isValid(datum.low)" }],
          mark: { type: "area", color: neutral, opacity: 0.15 },
          encoding: { x, y: y("low"), y2: { field: "high" } },
        },
        edge("low"),
        edge("high"),
        { mark: { type: "line", color: colour(0), strokeWidth: 2 }, encoding: { x, y: y("rolling") } },
        alertLayer(x, y("rolling")),
      ],
    },
  );
}

function valuesOf({ place, rolling, band, alert }: MonitorEvent): object {
  return {
    place,
    rolling: rounded(rolling),
    ...(band && { low: rounded(band[0]), high: rounded(band[1]) }),
    ...(alert && { alert: alert.direction, since: String(alert.since) }),
  };
}

/** The alerts differ by direction of the triangle, and so without colour. */
function alertLayer(x: object, y: object): object {
  const shape = {
    field: "alert",
    type: "nominal",
    scale: { domain: ["good", "bad"], range: ["triangle-up", "triangle-down"] },
    legend: { title: "alert", orient: "top" },
  };
  const tooltip = [
    { field: "place", type: "quantitative", title: "message" },
    { field: "alert", type: "nominal" },
    { field: "since", type: "nominal", title: "since message" },
  ];
  return {
    transform: [{ filter: "isValid(datum.alert)" }],
    mark: { type: "point", filled: true, size: 140, color: colour(1), opacity: 1 },
    encoding: { x, y, shape, tooltip },
  };
}

function describe(shown: readonly MonitorEvent[]): string {
  const [first, last] = [shown[0], shown.at(-1)] as [MonitorEvent, MonitorEvent];
  const alerts = shown.filter(({ alert }) => alert);
  const named = alerts
    .slice(-10)
    .map(({ place, alert }) => `${alert?.direction} news at message ${place}`)
    .join(", ");
  const band = last.band
    ? `, its band from ${spoken(last.band[0])} to ${spoken(last.band[1])}`
    : ", before the band is known";
  return (
    `Line chart of the rolling mean over messages ${first.place} to ${last.place}: at the end ${spoken(last.rolling)}${band}. ` +
    (alerts.length === 0 ? "No alert." : `${counted(alerts.length, "alert")}: ${named}.`)
  );
}
