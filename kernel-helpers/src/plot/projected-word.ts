import { counted } from "../base/index.ts";
import { requireFinite } from "./require-drawable.ts";
import { spoken } from "./spec.ts";

/** A word and its position. */
export interface ProjectedWord {
  /** The text beside the point or under the pointer. */
  readonly word: string;
  /** Position along the first axis. */
  readonly x: number;
  /** Position along the second axis. */
  readonly y: number;
  /** If every word has it, `projectionFigure` draws in three dimensions. */
  readonly z?: number;
  /** Words of the same group have the same colour and shape. */
  readonly group?: string;
}

/**
 * Whether words are drawn in three dimensions. Throws RangeError without a word, when only some have z, and for a number
 * that is not finite.
 */
export function isSolid(points: readonly ProjectedWord[]): boolean {
  if (points.length === 0) {
    throw new RangeError("Cannot draw a projection: it has no words. Remedy: give at least one");
  }
  const solid = points.filter(({ z }) => z !== undefined).length;
  if (solid !== 0 && solid !== points.length) {
    throw new RangeError(
      `Cannot draw a projection: either all words need z or none, but ${solid} of ${points.length} have it. ` +
        "Remedy: give z to all words, or to none",
    );
  }
  requireFinite(
    "Cannot draw a projection",
    points.flatMap(({ word, x, y, z = 0 }) =>
      Object.entries({ x, y, z }).map(([axis, value]) => ({ name: `the ${axis} of "${word}"`, value })),
    ),
  );
  return solid > 0;
}

/** The names of the groups, in the order of their first words. */
export function groupsOf(points: readonly ProjectedWord[]): readonly string[] {
  return [...new Set(points.map(({ group = "" }) => group))];
}

const mostPositions = 20;
const mostNames = 200;

/** What a projection shows, for readers who cannot see it. `hidden` are the words without a label. */
export function describeProjection(
  points: readonly ProjectedWord[],
  { solid, hidden = [], note = "" }: { solid: boolean; hidden?: readonly string[]; note?: string },
): string {
  const groups = groupsOf(points);
  const named = points
    .slice(0, mostPositions)
    .map(({ word, x, y }) => `${word} (${spoken(x)}, ${spoken(y)})`);
  const others = points.slice(mostPositions, mostNames).map(({ word }) => word);
  return [
    `Scatter plot of ${counted(points.length, "word")} in ${solid ? 3 : 2} dimensions` +
      (groups.length > 1 ? `, ${groups.length} groups: ${groups.join(", ")}` : ""),
    named.join(", ") +
      (others.length > 0 ? `; also ${others.join(", ")}` : "") +
      (points.length > mostNames ? " and more" : ""),
    ...(hidden.length > 0 ? [`Under the pointer only: ${hidden.slice(0, mostNames).join(", ")}`] : []),
    ...(note === "" ? [] : [note]),
  ]
    .map((sentence) => `${sentence}.`)
    .join(" ");
}
