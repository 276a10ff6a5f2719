// Copies of the rows of frequent words, one for each thread. Where two processors write the same row again and again, each time
// one must fetch it from the other's cache, which takes longer than the arithmetic. So a thread works on a copy of its own and only
// now and then brings its moves into the table and takes those of the others:
//
//   shared += own - base,   own = base = shared      (base: the row as it was at the last exchange)
//
// It does so whenever it has taken the copy TURNS times, not after a time: the moves that a thread does not know yet are then
// equally few for every word, and more of them would make the sum of all moves overshoot. Where two threads exchange the same
// numbers at the same instant, one may overwrite the other's moves, as without copies.
import { HOT, HOT_OUTPUT, INPUT, OUTPUT, OWN, ROW_BYTES, STRIDE, TAKEN, TURNS, WORDS } from "../src/simd/layout";

/** Address of a row of the input table: of the thread's copy, if the word is frequent. */
@inline
export function inputRow(parameters: usize, thread: usize, row: u32): u32 {
  return row < load<u32>(parameters, HOT)
    ? taken(parameters, thread, row)
    : load<u32>(parameters, INPUT) + row * load<u32>(parameters, STRIDE);
}

/** The same for the output table. */
@inline
export function outputRow(parameters: usize, thread: usize, row: u32): u32 {
  const hot = load<u32>(parameters, HOT);
  const k = row - load<u32>(parameters, HOT_OUTPUT); // above every H for a row before
  return k < hot
    ? taken(parameters, thread, hot + k)
    : load<u32>(parameters, OUTPUT) + row * load<u32>(parameters, STRIDE);
}

/** Has the thread begin a round without copies. */
export function forgetCopies(parameters: usize, thread: usize): void {
  memory.fill(<usize>load<u32>(thread, TAKEN), 0, <usize>load<u32>(parameters, HOT) << 3);
}

/** Exchanges all copies that the thread has. */
export function exchangeCopies(parameters: usize, thread: usize): void {
  const count = load<u32>(parameters, HOT) << 1;
  const times = <usize>load<u32>(thread, TAKEN);
  for (let k: u32 = 0; k < count; k++) {
    if (load<u32>(times + (<usize>k << 2)) > 0) exchangeCopy(parameters, k, copyOf(parameters, thread, k));
  }
}

/** Address of copy k, which the thread takes: made if it is the first time in the round, exchanged if it is due. */
function taken(parameters: usize, thread: usize, k: u32): u32 {
  const count = <usize>load<u32>(thread, TAKEN) + (<usize>k << 2);
  const times = load<u32>(count);
  const copy = copyOf(parameters, thread, k);
  if (times === 0) makeCopy(parameters, k, copy);
  else if (times === load<u32>(parameters, TURNS)) exchangeCopy(parameters, k, copy);
  store<u32>(count, times === load<u32>(parameters, TURNS) ? 1 : times + 1);
  return <u32>copy;
}

@inline
function copyOf(parameters: usize, thread: usize, k: u32): usize {
  assert(k < load<u32>(parameters, HOT) << 1);
  return <usize>(load<u32>(thread, OWN) + k * load<u32>(parameters, STRIDE));
}

/** Address of the row of a table that copy k stands for. */
@inline
function sharedRow(parameters: usize, k: u32): usize {
  const hot = load<u32>(parameters, HOT);
  const table = k < hot ? load<u32>(parameters, INPUT) : load<u32>(parameters, OUTPUT);
  const row = k < hot ? k : k - hot + load<u32>(parameters, HOT_OUTPUT);
  assert(row < load<u32>(parameters, WORDS));
  return <usize>(table + row * load<u32>(parameters, STRIDE));
}

/** Bytes from a copy to its base. */
@inline
function toBase(parameters: usize): usize {
  return <usize>((load<u32>(parameters, HOT) << 1) * load<u32>(parameters, STRIDE));
}

function makeCopy(parameters: usize, k: u32, copy: usize): void {
  const shared = sharedRow(parameters, k);
  const base = copy + toBase(parameters);
  const bytes = <usize>load<u32>(parameters, ROW_BYTES);
  for (let at: usize = 0; at < bytes; at += 16) {
    const x = v128.load(shared + at);
    v128.store(copy + at, x);
    v128.store(base + at, x);
  }
}

function exchangeCopy(parameters: usize, k: u32, copy: usize): void {
  const shared = sharedRow(parameters, k);
  const base = copy + toBase(parameters);
  const bytes = <usize>load<u32>(parameters, ROW_BYTES);
  for (let at: usize = 0; at < bytes; at += 16) {
    const moved = f32x4.sub(v128.load(copy + at), v128.load(base + at));
    const x = f32x4.add(v128.load(shared + at), moved);
    v128.store(shared + at, x);
    v128.store(copy + at, x);
    v128.store(base + at, x);
  }
}
