// Memory is given out from the bottom up. A region that became too small is not lost: entries of words go there.

const PAGE = 0x10000;
const MOST: u64 = 0xffff0000; // so that no address behind a region overflows
const CHUNK = 0x40000;
/** Of a chunk: its next one, where it ends, and where its entries end. */
const NEXT = 0;
const END = 4;
const USED = 8;
const CHUNK_BYTES: usize = 16;

let top: usize = (__heap_base + 15) & ~15;
let first: usize = 0; // chunk of the first entries
let current: usize = 0; // chunk that is being filled
let spare: usize = 0; // chunks without entries
let fill: usize = 0; // where the next entry goes
let limit: usize = 0; // where the current chunk ends
/** Bytes that were needed in all when the machine did not give them; 0 as long as it does. */
export let refused: f64 = 0;

/** The address of so many new bytes, a multiple of 16. They are zero. Traps, after it has set `refused`, if there are none left. */
export function allocate(bytes: u64): usize {
  const start = top;
  const end = (<u64>start + bytes + 15) & ~15;
  const missing = <i64>end - ((<i64>memory.size()) << 16);
  if (missing > 0 && (end > MOST || memory.grow(<i32>((missing + PAGE - 1) >> 16)) < 0)) {
    refused = <f64>end;
    unreachable();
  }
  top = <usize>end;
  return start;
}

/** A new region of `bytes` bytes in place of one that had `had`, whose content is lost. */
export function larger(region: usize, had: usize, bytes: u64): usize {
  if (had > 0) give(region, had);
  return allocate(bytes);
}

/** Gives a region back, for entries. */
export function give(region: usize, bytes: usize): void {
  store<u32>(region, <u32>spare, NEXT);
  store<u32>(region, <u32>(region + bytes), END);
  spare = region;
}

/** The address of `bytes` bytes for the next entry, a multiple of 8 as `bytes` is; they may hold anything. */
export function entryRoom(bytes: usize): usize {
  if (limit - fill < bytes) nextChunk(bytes);
  const entry = fill;
  fill += bytes;
  return entry;
}

function nextChunk(bytes: usize): void {
  const chunk = spareChunk(<u64>bytes + CHUNK_BYTES);
  store<u32>(chunk, 0, NEXT);
  if (current === 0) first = chunk;
  else {
    store<u32>(current, <u32>fill, USED);
    store<u32>(current, <u32>chunk, NEXT);
  }
  open(chunk);
}

function open(chunk: usize): void {
  current = chunk;
  fill = chunk + CHUNK_BYTES;
  limit = load<u32>(chunk, END);
}

/** Takes a chunk of at least `bytes` bytes out of the spare ones, or makes one. */
function spareChunk(bytes: u64): usize {
  let before: usize = 0;
  for (let chunk = spare; chunk > 0; chunk = load<u32>(chunk, NEXT)) {
    if (<u64>(load<u32>(chunk, END) - chunk) >= bytes) {
      if (before > 0) store<u32>(before, load<u32>(chunk, NEXT), NEXT);
      else spare = load<u32>(chunk, NEXT);
      return chunk;
    }
    before = chunk;
  }
  const size = max(bytes, CHUNK);
  const chunk = allocate(size);
  store<u32>(chunk, <u32>(chunk + <usize>size), END);
  return chunk;
}

let walked: usize = 0; // the chunk of a walk
let readAt: usize = 0;
let readEnd: usize = 0;

/** Begins a walk over all entries in the order in which they came. */
export function startWalk(): void {
  if (current > 0) store<u32>(current, <u32>fill, USED);
  walk(first);
}

function walk(chunk: usize): void {
  walked = chunk;
  readAt = chunk + CHUNK_BYTES;
  readEnd = chunk > 0 ? <usize>load<u32>(chunk, USED) : readAt;
}

/** The next entry, 0 behind the last one. Call `passed` with its size before the next call. */
export function nextEntry(): usize {
  while (walked > 0 && readAt === readEnd) walk(load<u32>(walked, NEXT));
  return walked > 0 ? readAt : 0;
}

/** Steps over an entry of so many bytes. */
export function passed(bytes: usize): void {
  readAt += bytes;
}

let last: usize = 0; // the chunk that was being filled before the entries moved

/** Begins a walk in which entries that stay move to the start of the chunks: they never pass the walk. */
export function startMove(): void {
  startWalk();
  last = current;
  open(first);
}

/** Moves an entry of so many bytes to its new place, and returns that. */
export function moved(entry: usize, bytes: usize): usize {
  while (limit - fill < bytes) {
    store<u32>(current, <u32>fill, USED);
    open(load<u32>(current, NEXT));
  }
  const to = fill;
  fill += bytes;
  if (to !== entry) memory.copy(to, entry, bytes);
  return to;
}

/** Ends a move: chunks behind the last entry are spare again. */
export function endMove(): void {
  if (current === last) return;
  store<u32>(last, <u32>spare, NEXT);
  spare = load<u32>(current, NEXT);
  store<u32>(current, 0, NEXT);
}
