import type { Random } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";

type CusumAlarms = (
  scores: Float64Array,
  mean: number,
  deviation: number,
  slack: number,
  limit: number,
) => number[];

/** 1, -1 or 0 for each score: an alarm upwards, downwards or none; both sums begin again after an alarm. */
export const cusumAlarms: Exercise<CusumAlarms> = {
  id: "15-finance-monitor/cusum-alarms",
  points: 4,
  equation: "Page 1954; section 6",
  parameters: ["scores", "mean", "deviation", "slack", "limit"],
  instances: (random) => [
    [Float64Array.of(2, 2, 2, 0, 2, 2, 2), 0, 1, 0.5, 4], // 1.5, 3, 4.5: alarm; then from 0 again
    [Float64Array.of(-2, -2, -2, 0, -2), 0, 1, 0.5, 4],
    [Float64Array.of(2, 2, 3, 2, 2, 2), 0, 1, 0.5, 3], // exactly 3 is no alarm
    [Float64Array.of(14, 14, 14, 10, 6, 6, 6), 10, 2, 0.5, 3], // a mean and a deviation
    [Float64Array.of(-9, 2, 2, 2, 2, 2, 2, 2), 0, 1, 0.5, 10], // a sum below 0 would hide what follows
    [Float64Array.of(3, -1, 3, -1, 3, -1, 3), 0, 1, 0, 7], // no slack
    [Float64Array.of(3, -1.25, -3.5, -3.5), 0, 1, 0.5, 5], // the other side waits
    [Float64Array.of(9, 9, -9, 9), 0, 1, 1, 4], // an alarm at each score
    [Float64Array.of(3, 3, -4, -4, 3), 0, 1, 0, 4], // from one side to the other
    [Float64Array.of(), 0, 1, 0.5, 5],
    [Float64Array.of(2e-9, 2e-9, 2e-9, -2e-9, -2e-9, -2e-9), 0, 1e-9, 0.5, 4], // tiny scores
    ...[0.25, 0.5, 1].map((slack): Parameters<CusumAlarms> => [noisy(random), 0.25, 0.5, slack, 2]),
    ...[3, 4].map((limit): Parameters<CusumAlarms> => [noisy(random), -0.5, 1.5, 0.25, limit]),
  ],
  expected: (...given) => alarmsBy(given, {}),
  tolerance: 1e-9,
  hints: [
    "How do the two sums differ: what does each add, and what does each subtract?",
    "Write down both sums after each score of a short list. Where is a sum above the limit, and what is it one score later?",
    "In which order: bring the score to deviations, move both sums, ask for an alarm, begin again. Which step is missing or in another place?",
  ],
  knownMistakes: [
    {
      name: "resets-late",
      hint: "An alarm was given. From which number does the next score's sum begin?",
      value: (...given) => alarmsBy(given, { reset: "late" }),
    },
    {
      name: "never-resets",
      hint: "How many alarms does one short shock give? What happens to the sums after the first?",
      value: (...given) => alarmsBy(given, { reset: "never" }),
    },
    {
      name: "below-zero",
      hint: "After a long spell of good news, how far is the sum for good news below 0? Should it be?",
      value: (...given) => alarmsBy(given, { floor: Number.NEGATIVE_INFINITY }),
      variants: [(...given) => alarmsBy(given, { floor: Number.NEGATIVE_INFINITY, reset: "late" })],
    },
    {
      name: "slack-forgotten",
      hint: "Which argument does your function not use? What do small deviations add up to without it?",
      value: ([...scores], mean, deviation, _, limit) =>
        alarmsBy([Float64Array.from(scores), mean, deviation, 0, limit], {}),
    },
    {
      name: "slack-added",
      hint: "Does the slack make an alarm come sooner or later in your function? Which should it?",
      value: (scores, mean, deviation, slack, limit) =>
        alarmsBy([scores, mean, deviation, -slack, limit], {}),
    },
    {
      name: "one-side-only",
      hint: "Bad news makes scores fall. Which of your sums grows then?",
      value: (...given) => alarmsBy(given, { sides: [1] }),
      variants: [(...given) => alarmsBy(given, { sides: [-1] })],
    },
    {
      name: "at-the-limit",
      hint: "Is a sum that is equal to the limit above it?",
      value: (...given) => alarmsBy(given, { above: (sum, limit) => sum >= limit }),
    },
    {
      name: "not-in-deviations",
      hint: "Slack and limit are numbers of deviations. In which unit are your sums?",
      value: (scores, mean, _, slack, limit) => alarmsBy([scores, mean, 1, slack, limit], {}),
      variants: [
        (scores, mean, deviation, slack, limit) =>
          alarmsBy([scores, mean, deviation, slack / deviation, limit], {}),
      ],
    },
    {
      name: "mean-forgotten",
      hint: "What do your sums do while all scores are equal to the mean?",
      value: (scores, _, deviation, slack, limit) => alarmsBy([scores, 0, deviation, slack, limit], {}),
    },
    {
      name: "signs-exchanged",
      hint: "A score above the mean: is that good news in your result?",
      value: (...given) => alarmsBy(given, {}).map((alarm) => 0 - alarm),
    },
  ],
};

interface Manner {
  readonly reset?: "both" | "late" | "never";
  readonly floor?: number;
  readonly sides?: readonly number[];
  readonly above?: (sum: number, limit: number) => boolean;
}

function alarmsBy(
  [scores, mean, deviation, slack, limit]: Parameters<CusumAlarms>,
  { reset = "both", floor = 0, sides = [1, -1], above = (sum, most) => sum > most }: Manner,
): number[] {
  const sums = new Map(sides.map((side) => [side, 0]));
  let isLate = false;
  return Array.from(scores, (score) => {
    const z = (score - mean) / deviation;
    for (const side of sides) sums.set(side, Math.max(floor, (sums.get(side) as number) + side * z - slack));
    const alarm = sides.find((side) => above(sums.get(side) as number, limit)) ?? 0;
    const clear = reset === "late" ? isLate : reset === "both" && alarm !== 0;
    isLate = alarm !== 0;
    if (clear) for (const side of sides) sums.set(side, 0);
    return alarm;
  });
}

/** Scores that leave their mean on both sides, for long enough to give alarms. */
function noisy(random: Random): Float64Array {
  return Float64Array.from({ length: 60 }, (_, i) => Math.sin(i / 6) + 2 * random() - 1);
}
