import {
  ALPHA,
  BLOCK_BYTES,
  BLOCK_COUNT,
  BLOCKS,
  CBOW,
  EXAMPLES,
  FLAGS,
  HOT,
  IDS,
  INPUTS,
  KEEP,
  KEPT,
  MIN_ALPHA,
  NEXT_BLOCK,
  PLACES,
  REACHES,
  SEED,
  SENTENCE,
  STOP,
  TOTAL,
  WINDOW,
  WORDS,
} from "../src/simd/layout";
import { countTrained, exchangeCopies, inputRow, makeCopies } from "./hot-rows";
import { outputLayer } from "./output-layer";
import { below, randomBits, upper } from "./random";
import { step } from "./step";

export { exchangeCopies, step };

/**
 * Trains blocks of whole sentences until none is left or the caller says stop; other threads may take blocks of the same
 * round. What a token does depends on its place in the training and on the tables alone.
 */
export function round(parameters: usize, thread: usize): void {
  makeCopies(parameters, thread);
  while (atomic.load<i32>(parameters, STOP) === 0) {
    const block = atomic.add<i32>(parameters, 1, NEXT_BLOCK);
    if (block >= load<i32>(parameters, BLOCK_COUNT)) break;
    trainBlock(parameters, thread, <usize>load<u32>(parameters, BLOCKS) + <usize>block * BLOCK_BYTES);
  }
  exchangeCopies(parameters, thread, load<u32>(parameters, HOT));
}

function trainBlock(parameters: usize, thread: usize, block: usize): void {
  const ids = <usize>load<u32>(parameters, IDS);
  const end = ids + (<usize>load<u32>(block, BLOCK_BYTES) << 2);
  let token = load<u64>(block, 8);
  for (let at = ids + (<usize>load<u32>(block) << 2); at < end; at += 4) {
    const begin = at;
    while (load<i32>(at) >= 0) at += 4;
    sentence(parameters, thread, begin, at, token);
    token += <u64>((at - begin) >> 2);
  }
}

/** Trains the ids between `begin` and `end`; `token` is the place of the first one. */
function sentence(parameters: usize, thread: usize, begin: usize, end: usize, token: u64): void {
  assert(end - begin <= (<usize>SENTENCE << 2));
  const kept = subsample(parameters, thread, begin, end, token);
  const done = <f64>token / load<f64>(parameters, TOTAL);
  const alpha = load<f64>(parameters, ALPHA);
  const rate = <f32>(alpha - (alpha - load<f64>(parameters, MIN_ALPHA)) * done);
  if (kept < 2) return;
  for (let i: usize = 0; i < kept; i++) center(parameters, thread, i, kept, token, rate);
  countTrained(parameters, thread, <u32>kept);
}

/** Lists the words that stay, with the reach of each one's window, 1 to `window`; returns how many. */
function subsample(parameters: usize, thread: usize, begin: usize, end: usize, token: u64): usize {
  const key = load<u64>(parameters, SEED);
  const window = load<u32>(parameters, WINDOW);
  const keep = <usize>load<u32>(parameters, KEEP);
  const words = <usize>load<u32>(thread, KEPT);
  const reaches = <usize>load<u32>(thread, REACHES);
  const places = <usize>load<u32>(thread, PLACES);
  let kept: usize = 0;
  for (let at = begin; at < end; at += 4) {
    const place = (at - begin) >> 2;
    const bits = randomBits(key, token + <u64>place, 0);
    const word = load<u32>(at);
    assert(word < load<u32>(parameters, WORDS));
    store<u32>(words + (kept << 2), word);
    store<u32>(reaches + (kept << 2), 1 + below(bits, window));
    store<u32>(places + (kept << 2), <u32>place);
    kept += <usize>(upper(bits) <= load<u32>(keep + (<usize>word << 2))); // the next word takes the place of one that is not kept
  }
  return kept;
}

/** Trains the window of the kept word number i. */
function center(parameters: usize, thread: usize, i: usize, kept: usize, token: u64, rate: f32): void {
  const words = <usize>load<u32>(thread, KEPT);
  const inputs = <usize>load<u32>(thread, INPUTS);
  const reach = <usize>load<u32>(<usize>load<u32>(thread, REACHES) + (i << 2));
  const first = i > reach ? i - reach : 0;
  const last = min(i + reach, kept - 1);
  let m: usize = 0;
  for (let j = first; j <= last; j++) {
    if (j === i) continue;
    store<u32>(inputs + (m << 2), inputRow(parameters, thread, load<u32>(words + (j << 2))));
    m++;
  }
  const place = load<u32>(<usize>load<u32>(thread, PLACES) + (i << 2));
  const n = outputLayer(parameters, thread, load<u32>(words + (i << 2)), token + <u64>place);
  step(parameters, thread, m, n, rate);
  const examples = load<u32>(parameters, FLAGS) & CBOW ? 1 : <f64>m;
  store<f64>(thread, load<f64>(thread, EXAMPLES) + examples, EXAMPLES);
}
