import {
  HIERARCHICAL,
  FLAGS,
  LABELS,
  NEGATIVE,
  NODES,
  NOISE,
  OUTPUTS,
  PATHS,
  SEED,
  WORDS,
} from "../src/simd/layout";
import { outputRow } from "./hot-rows";
import { below, randomBits, upper } from "./random";

/** Draws of a token, see `randomBits`. */
const DRAWS: u64 = 4096;

/** Writes the addresses and labels of the output rows of a target word at place `token`; returns N, how many there are. */
export function outputLayer(parameters: usize, thread: usize, target: u32, token: u64): usize {
  return load<u32>(parameters, FLAGS) & HIERARCHICAL
    ? pathTo(parameters, thread, target)
    : withNoise(parameters, thread, target, token);
}

/** The target with label 1 and K noise words with label 0. */
function withNoise(parameters: usize, thread: usize, target: u32, token: u64): usize {
  const k = <usize>load<u32>(parameters, NEGATIVE);
  put(parameters, thread, 0, target, 1);
  let draw: u64 = 1;
  for (let j: usize = 1; j <= k; j++) {
    let word = noiseWord(parameters, token, draw++);
    const last = DRAWS - <u64>(k - j); // each later word needs a draw
    while (word === target && draw < last) word = noiseWord(parameters, token, draw++);
    if (word === target) word = (target + 1) % load<u32>(parameters, WORDS); // practically only the target is noise
    put(parameters, thread, j, word, 0);
  }
  return k + 1;
}

/** A word drawn in constant time (alias method, Vose 1991). */
@inline
function noiseWord(parameters: usize, token: u64, draw: u64): u32 {
  const bits = randomBits(load<u64>(parameters, SEED), token, draw);
  const cell = below(bits, load<u32>(parameters, WORDS));
  const at = <usize>load<u32>(parameters, NOISE) + (<usize>cell << 3);
  return select(cell, load<u32>(at, 4), upper(bits) < load<u32>(at)); // without a branch that nobody can foresee
}

/** The inner nodes on the path to the target, label 1 for branch 0. */
function pathTo(parameters: usize, thread: usize, target: u32): usize {
  const paths = <usize>load<u32>(parameters, PATHS) + (<usize>target << 2);
  const first = load<u32>(paths);
  const n = <usize>(load<u32>(paths, 4) - first);
  const nodes = <usize>load<u32>(parameters, NODES) + (<usize>first << 2);
  for (let j: usize = 0; j < n; j++) {
    const node = load<u32>(nodes + (j << 2));
    put(parameters, thread, j, node >> 1, node & 1);
  }
  return n;
}

@inline
function put(parameters: usize, thread: usize, j: usize, row: u32, label: u32): void {
  assert(row < load<u32>(parameters, WORDS));
  store<u32>(<usize>load<u32>(thread, OUTPUTS) + (j << 2), outputRow(parameters, thread, row));
  store<u32>(<usize>load<u32>(thread, LABELS) + (j << 2), label);
}
