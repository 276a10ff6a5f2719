import { type Drawn, type DrawnText, drawnTogether } from "./drawing.ts";
import type { NetworkParts, NetworkRow } from "./drawn-network.ts";
import { numberSize, ROW } from "./network-table.ts";
import { colour } from "./palette.ts";
import { textWidth } from "./text-size.ts";
import { fontSize, neutral } from "./theme.ts";
import { written } from "./written.ts";

/** Widths of the columns at the right of the output table. */
export interface ScoreColumns {
  readonly score: number;
  readonly mark: number;
  readonly probability: number;
  /** The names above them. */
  readonly heads: readonly [score: string, mark: string, probability: string];
}

const HEADS: Readonly<Record<NetworkParts["layer"], ScoreColumns["heads"]>> = {
  softmax: ["z", "", "ŷ"],
  "hierarchical softmax": ["z", "d", "σ(±z)"],
  "negative sampling": ["z", "t", "σ(z)"],
};

/** Pixels between two columns. */
const GAP = 8;

/** The shortest longest bar. */
export const LEAST_BAR = 18;

/** The columns that the scores of these parts need. */
export function scoreColumns({ layer, outputs }: NetworkParts): ScoreColumns {
  const heads = HEADS[layer];
  const scored = outputs.rows.flatMap((row) => row.scored ?? []);
  const widest = (texts: readonly string[], least: number): number =>
    GAP + Math.max(least, ...texts.map((text) => textWidth(text, numberSize)));
  return {
    heads,
    score: widest(
      scored.map(({ score }) => written(score)),
      textWidth(heads[0], fontSize),
    ),
    mark:
      heads[1] === ""
        ? 0
        : widest(
            scored.map(({ mark }) => mark),
            textWidth(heads[1], fontSize),
          ),
    probability: widest(
      scored.map(({ probability }) => share(probability)),
      textWidth(heads[2], fontSize),
    ),
  };
}

/** A probability as text: two decimals, or its first digit where these are zero. */
export function share(probability: number): string {
  return probability === 0 || probability >= 0.01
    ? probability.toFixed(2)
    : String(Number(probability.toPrecision(1)));
}

/** The width of all columns, with bars of at most `bar` pixels. */
export function scoresWidth({ score, mark, probability }: ScoreColumns, bar: number): number {
  return score + mark + probability + GAP + bar;
}

/** The scores and what the loss takes from them, beside the rows of the output table whose first one begins at `top`. */
export function networkScores(
  { outputs, layer }: NetworkParts,
  top: number,
  { left, bar, columns }: { readonly left: number; readonly bar: number; readonly columns: ScoreColumns },
): Drawn {
  const ends = [left + columns.score, left + columns.score + columns.mark] as const;
  const last = ends[1] + columns.probability;
  const column = (x: number, y: number, text: string, size: number): DrawnText[] =>
    text === "" ? [] : [{ x, y, text, align: "right", size }];
  const shares = outputs.rows.map(({ scored }) => scored?.probability ?? 0);
  const most = layer === "softmax" ? Math.max(...shares, outputs.rest ?? 0) : 1;
  const barOf = (y: number, share: number, role: NetworkRow["role"]): Drawn["boxes"] => [
    {
      left: last + GAP,
      top: y - 6,
      right: last + GAP + bar * (share / most),
      bottom: y + 6,
      fill: FILLS[role],
    },
  ];
  const rows = outputs.rows.map(({ scored, role }, index): Partial<Drawn> => {
    if (!scored) return {};
    const y = top + ROW * (index + 0.5);
    return {
      boxes: barOf(y, scored.probability, role),
      texts: [
        ...column(ends[0], y, written(scored.score), numberSize),
        ...column(ends[1], y, scored.mark, numberSize),
        ...column(last, y, share(scored.probability), numberSize),
      ],
    };
  });
  const y = top + ROW * (outputs.rows.length + 0.5);
  const rest =
    outputs.rest === undefined
      ? {}
      : { boxes: barOf(y, outputs.rest, "noise"), texts: column(last, y, share(outputs.rest), numberSize) };
  const heads = [...ends, last].flatMap((x, i) =>
    column(x, top - ROW / 2, columns.heads[i] as string, fontSize),
  );
  return drawnTogether([...rows, rest, { texts: heads }]);
}

/** The colour of a bar: what was seen, the noise, and words that are neither. */
const FILLS: Readonly<Record<NetworkRow["role"], string>> = {
  read: colour(0),
  seen: colour(1),
  noise: neutral,
  other: colour(0),
};
