import type { Slip } from "./exercise.ts";
import type { FaultKind } from "./fault.ts";
import { messageOf } from "./learners-error.ts";
import type { Trial } from "./trial.ts";

const TODO: Slip = {
  name: "todo",
  hint: "Which function does the TODO name? What will you put in its place?",
};

/** The questions by what was wrong. A wrong number has none here: the exercise's own hints are about it. */
const HINTS: Readonly<Record<Exclude<FaultKind, "value" | "manner">, string>> = {
  stopped:
    "Follow these arguments through your function, line by line, up to the error. Which value is not what you expected?",
  "no-error":
    "For these arguments there is no right result. What should your function do before it computes one?",
  "nothing-returned":
    "Your function gave nothing. Does every way through it end in `return`, with a value behind it that exists?",
  promise:
    "Your function gave a promise, which is not a value yet. Which word in its first line makes it give one?",
  "not-a-number":
    "NaN comes from 0 / 0, ∞ / ∞, ∞ - ∞, or a number that is not there. Which of these happens with these arguments, and on which line?",
  infinite:
    "Which step of your formula leaves the range of the numbers here: a power that is too large, a division by zero, or a logarithm of zero?",
  precision:
    "Your number is right to about 6 digits. Do you keep numbers in a Float32Array, round them, or add a small constant?",
  length:
    "How many members should the result have for these arguments? Where does your code decide how many it has?",
  shape:
    "The result is another kind of value than the one asked for. Which type does the first line of your function promise, and what follows `return`?",
  "argument-changed":
    "Something that you were given is different after the call. Which of your lines writes into it?",
  "nothing-changed":
    "The numbers that you were given should change, and they are as before. Does your function write into what it was given at all, or into a copy?",
  replaced:
    "Whoever holds the array that was given still sees the old numbers. Does your function write into it, or put another one in its place?",
  view: "Write a number into your result: what else changes? Does your result have memory of its own?",
  "same-memory":
    "Call your function twice and keep both results. Is the first one still the same after the second call?",
};

/** The slip of a trial; undefined for a number that is wrong, about which only the exercise's own hints know something. */
export function slipOf({ got, fault }: Trial): Slip | undefined {
  if (fault === undefined || fault.kind === "value") return undefined;
  if (fault.kind === "manner") return fault.manner;
  if ("error" in got && /^TODO\b/.test(messageOf(got.error))) return TODO;
  return { name: fault.kind, hint: HINTS[fault.kind] };
}

/** Every slip, for tests and for the gate. */
export const slips: readonly Slip[] = [
  TODO,
  ...Object.entries(HINTS).map(([name, hint]) => ({ name, hint })),
];
