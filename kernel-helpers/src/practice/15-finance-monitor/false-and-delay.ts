import { type Random, randomBelow } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";

type FalseAndDelay = (alarms: readonly number[], warmUp: number, shockAt: number) => number[];

/** [false alarms per 1,000 quiet watched messages, messages of the shock until the first alarm]. */
export const falseAndDelay: Exercise<FalseAndDelay> = {
  id: "15-finance-monitor/false-and-delay",
  points: 3,
  equation: "section 7",
  parameters: ["alarms", "warmUp", "shockAt"],
  instances: (random) => [
    [[150, 704, 710], 100, 701], // one false one in 600, delay 4
    [[701], 100, 701], // at the first message of the shock
    [[700, 720], 100, 701], // just before it
    [[], 100, 701], // none at all
    [[120, 300], 100, 701], // false ones only
    [[101, 102, 900], 0, 500], // no warm-up
    ...[1, 2, 3].map((): Parameters<FalseAndDelay> => drawn(random)),
  ],
  expected: (...given) => scoresBy(given, {}),
  tolerance: 1e-12,
  hints: [
    "Which messages are quiet and watched? How many are they?",
    "The alarm comes with the first message of the shock. How many messages did it take?",
    "Which alarms are false, and which is the first that is not? What are both counted from?",
  ],
  knownMistakes: [
    {
      name: "delay-from-the-start",
      hint: "The shock comes in the middle of the stream. From which message do you count the delay?",
      value: (...given) => scoresBy(given, { from: () => 1 }),
      variants: [(...given) => scoresBy(given, { from: () => 0 })],
    },
    {
      name: "delay-from-the-warm-up",
      hint: "Does the delay begin when the monitor begins to watch, or when something happens?",
      value: (...given) => scoresBy(given, { from: (warmUp) => warmUp + 1 }),
      variants: [(...given) => scoresBy(given, { from: (warmUp) => warmUp })],
    },
    {
      name: "delay-one-short",
      hint: "An alarm at the first message of the shock has a delay of 1. What do you give for it?",
      value: (...given) => scoresBy(given, { from: (_, shockAt) => shockAt + 1 }),
    },
    {
      name: "false-alarm-taken",
      hint: "Can a delay be negative? Which alarm do you take for the first one?",
      value: (alarms, warmUp, shockAt) => {
        const [rate = 0] = scoresBy([alarms, warmUp, shockAt], {});
        return [rate, (alarms[0] ?? Number.POSITIVE_INFINITY) - shockAt + 1];
      },
    },
    {
      name: "last-alarm-taken",
      hint: "Which alarm tells the reader of the shock first?",
      value: (alarms, warmUp, shockAt) => {
        const [rate = 0] = scoresBy([alarms, warmUp, shockAt], {});
        const last = alarms.at(-1);
        return [rate, last === undefined || last < shockAt ? Number.POSITIVE_INFINITY : last - shockAt + 1];
      },
    },
    {
      name: "warm-up-counted",
      hint: "No alarm can come in the warm-up. Are its messages among those that you divide by?",
      value: (...given) => scoresBy(given, { quiet: (_, shockAt) => shockAt - 1 }),
    },
    {
      name: "quiet-one-off",
      hint: "With a warm-up of 100 and a shock at message 102, how many messages are quiet and watched?",
      value: (...given) => scoresBy(given, { quiet: (warmUp, shockAt) => shockAt - warmUp }),
      variants: [(...given) => scoresBy(given, { quiet: (warmUp, shockAt) => shockAt - 2 - warmUp })],
    },
    {
      name: "not-per-thousand",
      hint: "In which unit is the first number asked for?",
      value: (...given) => scoresBy(given, { unit: 1 }),
      variants: [(...given) => scoresBy(given, { unit: 100 })],
    },
    {
      name: "all-alarms-false",
      hint: "Is an alarm after the shock a false one?",
      value: (...given) => scoresBy(given, { isFalse: () => true }),
    },
    {
      name: "shock-counted-as-false",
      hint: "An alarm comes with the first message of the shock. Is it false?",
      value: (...given) => scoresBy(given, { isFalse: (place, shockAt) => place <= shockAt }),
    },
  ],
};

interface Manner {
  readonly from?: (warmUp: number, shockAt: number) => number;
  readonly quiet?: (warmUp: number, shockAt: number) => number;
  readonly unit?: number;
  readonly isFalse?: (place: number, shockAt: number) => boolean;
}

function scoresBy(
  [alarms, warmUp, shockAt]: Parameters<FalseAndDelay>,
  {
    from = (_, shock) => shock,
    quiet = (warm, shock) => shock - 1 - warm,
    unit = 1000,
    isFalse = (place, shock) => place < shock,
  }: Manner,
): number[] {
  const early = alarms.filter((place) => isFalse(place, shockAt)).length;
  const first = alarms.find((place) => place >= shockAt) ?? Number.POSITIVE_INFINITY;
  return [(unit * early) / quiet(warmUp, shockAt), first - from(warmUp, shockAt) + 1];
}

/** Alarms on both sides of a shock, the second one of it well after the first. */
function drawn(random: Random): Parameters<FalseAndDelay> {
  const [warmUp, quiet] = [50 + randomBelow(50, random), 300 + randomBelow(300, random)];
  const shockAt = warmUp + quiet + 1;
  const early = [warmUp + 1 + randomBelow(100, random), warmUp + 120 + randomBelow(100, random)];
  const late = shockAt + 2 + randomBelow(30, random);
  return [[...early, late, late + 7], warmUp, shockAt];
}
