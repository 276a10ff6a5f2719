import { joined } from "../base/index.ts";
import type { Histogram } from "./histogram.ts";
import { bytesField, doubleField, doublesField, floatField, integerField, textField } from "./protobuf.ts";
import { tfRecord } from "./tf-record.ts";

// Messages of TensorFlow's core/util/event.proto and core/framework/summary.proto; the numbers are those of their fields.
const Event = { wallTime: 1, step: 2, fileVersion: 3, summary: 5 } as const;
const Summary = { value: 1 } as const;
const Value = { tag: 1, simpleValue: 2, histogram: 5 } as const;
const Histo = { min: 1, max: 2, count: 3, sum: 4, sumSquares: 5, limits: 6, counts: 7 } as const;

/** The first record of an event file. `wallTime` is in seconds since 1970. */
export function versionEvent(wallTime: number): Uint8Array {
  return tfRecord(
    joined([doubleField(Event.wallTime, wallTime), textField(Event.fileVersion, "brain.Event:2")]),
  );
}

/** Numbers at one step: tag -> value. `step` is a whole number >= 0. */
export function scalarsEvent(
  wallTime: number,
  step: number,
  scalars: Readonly<Record<string, number>>,
): Uint8Array {
  const values = Object.entries(scalars).map(([tag, value]) =>
    joined([textField(Value.tag, tag), floatField(Value.simpleValue, value)]),
  );
  return summaryEvent(wallTime, step, values);
}

/** A histogram at one step. */
export function histogramEvent(
  wallTime: number,
  step: number,
  tag: string,
  histogram: Histogram,
): Uint8Array {
  const { min, max, count, sum, sumSquares, limits, counts } = histogram;
  const message = joined([
    doubleField(Histo.min, min),
    doubleField(Histo.max, max),
    doubleField(Histo.count, count),
    doubleField(Histo.sum, sum),
    doubleField(Histo.sumSquares, sumSquares),
    doublesField(Histo.limits, limits),
    doublesField(Histo.counts, counts),
  ]);
  return summaryEvent(wallTime, step, [
    joined([textField(Value.tag, tag), bytesField(Value.histogram, message)]),
  ]);
}

function summaryEvent(wallTime: number, step: number, values: readonly Uint8Array[]): Uint8Array {
  const summary = joined(values.map((value) => bytesField(Summary.value, value)));
  return tfRecord(
    joined([
      doubleField(Event.wallTime, wallTime),
      integerField(Event.step, step),
      bytesField(Event.summary, summary),
    ]),
  );
}
