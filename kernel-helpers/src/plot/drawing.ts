import type { Box, Place } from "./box.ts";

/** A filled rectangle of a drawing: a number of a table, a word that is lit, a bar. */
export interface DrawnBox extends Box {
  readonly fill: string;
  /** Colour of the rim; none without it. */
  readonly stroke?: string;
  readonly radius?: number;
  readonly opacity?: number;
}

/** A straight line of a drawing. */
export interface DrawnLine {
  readonly from: Place;
  readonly to: Place;
  readonly colour: string;
  readonly width: number;
  /** Whether a point stands at its end. */
  readonly arrow?: boolean;
}

/** One line of text of a drawing; its middle from top to bottom is at y. */
export interface DrawnText extends Place {
  readonly text: string;
  readonly align: "left" | "center" | "right";
  readonly size: number;
  /** Default: the page's colour of text. */
  readonly colour?: string;
  readonly weight?: "bold";
}

/** Boxes, lines and texts at places in pixels from the upper left corner, drawn in this order. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly DrawnBox[];
  readonly lines: readonly DrawnLine[];
  readonly texts: readonly DrawnText[];
}

/** Parts of a drawing. */
export type Drawn = Pick<Drawing, "boxes" | "lines" | "texts">;

/** All parts together, in order. */
export function drawnTogether(parts: readonly Partial<Drawn>[]): Drawn {
  return {
    boxes: parts.flatMap(({ boxes = [] }) => boxes),
    lines: parts.flatMap(({ lines = [] }) => lines),
    texts: parts.flatMap(({ texts = [] }) => texts),
  };
}

/** A line with corners, from the first place to the last; the point, if it has one, is at the last. */
export function lineThrough(
  places: readonly Place[],
  look: Pick<DrawnLine, "colour" | "width" | "arrow">,
): readonly DrawnLine[] {
  const { arrow = false, ...plain } = look;
  return places.slice(1).map((to, i) => {
    const line = { from: places[i] as Place, to, ...plain };
    return arrow && i === places.length - 2 ? { ...line, arrow } : line;
  });
}
