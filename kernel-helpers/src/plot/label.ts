import { type Box, lineHits, type Place } from "./box.ts";

/** Where the label of point `index` is written. */
export interface PlacedLabel {
  /** Number of the point. */
  readonly index: number;
  /** The label's rectangle, in pixels. */
  readonly box: Box;
  /** A line from the point to the label, for labels that do not touch their point. */
  readonly leader?: readonly [Place, Place];
}

/** A label before its places are known. */
export interface SizedLabel {
  readonly index: number;
  readonly point: Place;
  readonly width: number;
  readonly height: number;
  /** Radius of the point. */
  readonly radius: number;
  /** The points around, its own among them. */
  readonly near: readonly Box[];
  /** Whether only labels may be in the way. */
  readonly free: (box: Box) => boolean;
}

/** A label that looks for its place. */
export interface Label extends SizedLabel {
  /** The free places beside the point. */
  readonly beside: readonly Candidate[];
  /** The free places away from the point, the nearest first. */
  readonly far: () => readonly FarPlace[];
}

/** A place away from a point, and the line that leads there. */
export interface FarPlace {
  readonly box: Box;
  readonly leader: readonly [Place, Place];
}

/** A place for a label; the lower its cost, the clearer to which point it belongs. */
export interface Candidate {
  readonly box: Box;
  readonly cost: number;
}

/** Whether the leader line of a label passes through `box`. */
export function leads({ leader }: PlacedLabel, box: Box): boolean {
  return leader !== undefined && lineHits(...leader, box);
}
