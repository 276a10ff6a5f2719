// Copies of the rows of frequent words, one for each thread. Where two processors write the same row again and again, each time
// one must fetch it from the other's cache, which takes longer than the arithmetic. So a thread works on a copy of its own and only
// now and then brings its moves into the table and takes those of the others:
//
//   shared += own - base,   own = base = shared      (base: the row as it was at the last exchange)
//
// The moves that a thread does not know yet should be few for every word, and about equally many: more of them would make the sum
// of all moves overshoot. So the more frequent a word, the more often its row is exchanged: after each `TURN` words that the
// thread trained the first rows, after 2 turns twice as many, after 4 turns four times as many, and so on. Where two threads exchange
// the same numbers at the same instant, one may overwrite the other's moves, as without copies.
import {
  FLAGS,
  HIERARCHICAL,
  HOT,
  HOT_OUTPUT,
  INPUT,
  OUTPUT,
  OWN_INPUT,
  OWN_OUTPUT,
  ROW_BYTES,
  STRIDE,
  TRAINED,
  TURN,
  WORDS,
} from "../src/simd/layout";

/** How many rows of each table are exchanged at every turn. */
const FIRST: u32 = 8;

/** Address of a row of the input table: of the thread's copy, if the word is frequent. */
@inline
export function inputRow(parameters: usize, thread: usize, row: u32): u32 {
  const hot = row < load<u32>(parameters, HOT);
  const table = select(load<u32>(thread, OWN_INPUT), load<u32>(parameters, INPUT), hot); // a branch would often be foreseen wrongly
  return table + row * load<u32>(parameters, STRIDE);
}

/** The same for the output table. */
@inline
export function outputRow(parameters: usize, thread: usize, row: u32): u32 {
  const hot = row - load<u32>(parameters, HOT_OUTPUT) < load<u32>(parameters, HOT); // a row before is far above H
  const table = select(load<u32>(thread, OWN_OUTPUT), load<u32>(parameters, OUTPUT), hot);
  return table + row * load<u32>(parameters, STRIDE);
}

/** Has the thread begin a round with copies of the rows as they are. */
export function makeCopies(parameters: usize, thread: usize): void {
  store<u32>(thread, 0, TRAINED);
  forRows(parameters, thread, load<u32>(parameters, HOT), true);
}

/** Counts words that the thread has trained, and exchanges the copies whose turn has come. */
@inline
export function countTrained(parameters: usize, thread: usize, words: u32): void {
  const before = load<u32>(thread, TRAINED);
  store<u32>(thread, before + words, TRAINED);
  const turn = (before + words) / load<u32>(parameters, TURN);
  if (turn > before / load<u32>(parameters, TURN)) exchangeCopies(parameters, thread, FIRST << ctz(turn));
}

/** Exchanges the thread's copies of the `rows` most frequent rows of each table, or of all that it has. */
export function exchangeCopies(parameters: usize, thread: usize, rows: u32): void {
  forRows(parameters, thread, min(rows, load<u32>(parameters, HOT)), false);
}

/** The root of the tree of hierarchical softmax, which each path has, is the last row, a frequent word the first one. */
function forRows(parameters: usize, thread: usize, rows: u32, isNew: bool): void {
  const hot = load<u32>(parameters, HOT);
  const first = load<u32>(parameters, FLAGS) & HIERARCHICAL ? hot - rows : 0;
  const base = (hot << 1) * load<u32>(parameters, STRIDE); // from a copy to its base
  for (let k: u32 = 0; k < rows; k++) {
    const row = load<u32>(parameters, HOT_OUTPUT) + first + k;
    exchangeRow(parameters, load<u32>(parameters, INPUT), load<u32>(thread, OWN_INPUT), k, base, isNew);
    exchangeRow(parameters, load<u32>(parameters, OUTPUT), load<u32>(thread, OWN_OUTPUT), row, base, isNew);
  }
}

@inline
function exchangeRow(parameters: usize, table: u32, copies: u32, row: u32, toBase: u32, isNew: bool): void {
  assert(row < load<u32>(parameters, WORDS));
  const shared = <usize>(table + row * load<u32>(parameters, STRIDE));
  const own = <usize>(copies + row * load<u32>(parameters, STRIDE));
  const base = own + <usize>toBase;
  const bytes = <usize>load<u32>(parameters, ROW_BYTES);
  for (let at: usize = 0; at < bytes; at += 16) {
    let x = v128.load(shared + at);
    if (!isNew) {
      x = f32x4.add(x, f32x4.sub(v128.load(own + at), v128.load(base + at)));
      v128.store(shared + at, x);
    }
    v128.store(own + at, x);
    v128.store(base + at, x);
  }
}
