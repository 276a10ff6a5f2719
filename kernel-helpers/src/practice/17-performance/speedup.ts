import type { Exercise } from "../../check/index.ts";

type Speedup = (alone: number, shared: number, threads: number) => number;

/** (a + b) / (a + b / n): seconds on one thread by seconds on n threads that divide b evenly. */
export const speedup: Exercise<Speedup> = {
  id: "17-performance/speedup",
  points: 2,
  equation: "Amdahl 1967, as a formula of seconds",
  parameters: ["alone", "shared", "threads"],
  instances: (random) => [
    [1, 9, 3], // 10 s become 4 s
    [2, 8, 4],
    [0, 5, 8], // everything is shared
    [3, 0, 8], // nothing is
    [1, 9, 1],
    [0.5, 0.25, 2],
    [10, 1000, 64],
    [5, 5, 1024],
    [1 + 9 * random(), 10 + 90 * random(), 2],
    [1 + 9 * random(), 10 + 90 * random(), 16],
  ],
  expected: (alone, shared, threads) => (alone + shared) / (alone + shared / threads),
  tolerance: 1e-9,
  floor: 1e-6,
  hints: [
    "How many seconds does the whole work take on one thread, and how many on several?",
    "1 s cannot be divided and 9 s can. How long does the work take on three threads? How many times as fast is that?",
    "With nothing to share, what should the result be? And with nothing that must be done alone?",
  ],
  knownMistakes: [
    {
      name: "seconds-for-speedup",
      hint: "Your result is a time. How many times as fast is the work than on one thread?",
      value: (alone, shared, threads) => alone + shared / threads,
    },
    {
      name: "all-shared",
      hint: "Do more threads make the part shorter that must be done alone?",
      value: (_alone, _shared, threads) => threads,
      variants: [(alone, shared, threads) => (alone + shared) / ((alone + shared) / threads)],
    },
    {
      name: "exchanged",
      hint: "Which of the two times do the threads divide among them?",
      value: (alone, shared, threads) => (alone + shared) / (alone / threads + shared),
    },
    {
      name: "upside-down",
      hint: "On two threads the work is done sooner. Is your result above 1 then, or below?",
      value: (alone, shared, threads) => (alone + shared / threads) / (alone + shared),
    },
    {
      name: "grown-work",
      hint: "Do more threads do more work here, or the same work in less time?",
      value: (alone, shared, threads) => (alone + threads * shared) / (alone + shared),
    },
    {
      name: "limit",
      hint: "That is how fast it can become with any number of threads. How many threads are there here?",
      value: (alone, shared) => (alone + shared) / alone,
    },
    {
      name: "shared-part-only",
      hint: "Does the time on one thread leave out the part that must be done alone?",
      value: (alone, shared, threads) => shared / (alone + shared / threads),
    },
    {
      name: "share-not-divided",
      hint: "The formula with shares wants shares. What do your two numbers add up to?",
      value: (alone, shared, threads) => 1 / (alone + shared / threads),
      variants: [(alone, _shared, threads) => 1 / (alone + (1 - alone) / threads)],
    },
  ],
};
