import { firstBytes } from "./hash";
import { allocate, endMove, entryRoom, give, moved, nextEntry, passed, startMove, startWalk } from "./memory";

// A hash table with linear probing. A slot has a word's hash and the address of its entry, 0 for none.
const SLOT = 8;
const ENTRY = 4;

/** Of an entry: the word's number, how often it occurred, how many bytes it has, its hash; its bytes follow, and zeros up to a multiple of 8, 16 at least. */
export const NUMBER = 0;
export const COUNT = 4;
export const LENGTH = 8;
const HASH = 12;
export const LETTERS: usize = 16;

let slots: usize = 0;
let mask: u32 = 0; // slots, less one
let size: u32 = 0; // words in the table
let pruneAt: u32 = 0;
let threshold: u32 = 0;
/** Words that were ever new. */
export let next: u32 = 0;
/** Words of an earlier model: they have the first numbers, and are never forgotten. */
export let earlier: u32 = 0;

/** Makes the table, with so many slots at first, a power of 2; it forgets words when there are more than `most`. */
export function openTable(slotCount: u32, most: u32): void {
  slots = allocate(<u64>slotCount * SLOT);
  mask = slotCount - 1;
  pruneAt = most;
}

/** Says that the words so far are those of an earlier model, which have not occurred yet. */
export function endEarlier(): void {
  earlier = next;
  startWalk();
  for (let entry = nextEntry(); entry > 0; entry = nextEntry()) {
    passed(entryBytes(load<u32>(entry, LENGTH)));
    store<u32>(entry, 0, COUNT);
  }
}

/** The bytes of an entry for a word of so many bytes. */
@inline
export function entryBytes(length: u32): usize {
  return LETTERS + max<usize>(16, (length + 7) & ~7);
}

/** The entry that is looked at first for a hash, 0 for none. */
@inline
export function firstEntry(hash: u32): usize {
  return load<u32>(slots + <usize>(hash & mask) * SLOT, ENTRY);
}

/** Counts one more occurrence of the word of `length` bytes at `start`, behind which 16 bytes can be read; returns its number. */
@inline
export function count(start: usize, length: u32, hash: u32): u32 {
  const first = firstBytes(load<u64>(start), length);
  const second = firstBytes(load<u64>(start, 8), <i32>length - 8);
  let slot = hash & mask;
  while (true) {
    const place = slots + <usize>slot * SLOT;
    const entry = <usize>load<u32>(place, ENTRY);
    if (entry === 0) return addNew(place, start, length, hash);
    if (load<u32>(place) === hash && load<u32>(entry, LENGTH) === length) {
      const other = (load<u64>(entry, LETTERS) ^ first) | (load<u64>(entry, LETTERS + 8) ^ second);
      if (other === 0 && (length <= 16 || isRestSame(entry + LETTERS, start, length))) {
        store<u32>(entry, load<u32>(entry, COUNT) + 1, COUNT);
        return load<u32>(entry, NUMBER);
      }
    }
    slot = (slot + 1) & mask;
  }
}

function isRestSame(letters: usize, start: usize, length: u32): bool {
  for (let at: u32 = 16; at < length; at += 8) {
    if (load<u64>(letters + at) !== firstBytes(load<u64>(start + at), length - at)) return false;
  }
  return true;
}

function addNew(place: usize, start: usize, length: u32, hash: u32): u32 {
  const bytes = entryBytes(length);
  const entry = entryRoom(bytes);
  store<u32>(entry, next, NUMBER);
  store<u32>(entry, 1, COUNT);
  store<u32>(entry, length, LENGTH);
  store<u32>(entry, hash, HASH);
  store<u64>(entry, 0, LETTERS);
  store<u64>(entry, 0, LETTERS + 8);
  store<u64>(entry + bytes - 8, 0);
  memory.copy(entry + LETTERS, start, length);
  store<u32>(place, hash);
  store<u32>(place, <u32>entry, ENTRY);
  size++;
  if (size > pruneAt) prune(++threshold);
  else if (<u64>size * 3 > (<u64>mask + 1) * 2) grow();
  return next++;
}

function grow(): void {
  const old = slots;
  const had = <usize>mask + 1;
  slots = allocate(<u64>had * 2 * SLOT);
  mask = (mask << 1) | 1;
  startWalk(); // frequent words come early, and so get the slots that are looked at first
  for (let entry = nextEntry(); entry > 0; entry = nextEntry()) {
    passed(entryBytes(load<u32>(entry, LENGTH)));
    place(<u32>entry, load<u32>(entry, HASH));
  }
  give(old, had * SLOT);
}

function place(entry: u32, hash: u32): void {
  let slot = hash & mask;
  while (load<u32>(slots + <usize>slot * SLOT, ENTRY) > 0) slot = (slot + 1) & mask;
  store<u32>(slots + <usize>slot * SLOT, hash);
  store<u32>(slots + <usize>slot * SLOT, entry, ENTRY);
}

/** Forgets all words that occurred at most so many times, but for those of an earlier model. */
function prune(most: u32): void {
  memory.fill(slots, 0, (<usize>mask + 1) * SLOT);
  size = 0;
  startMove();
  for (let entry = nextEntry(); entry > 0; entry = nextEntry()) {
    const bytes = entryBytes(load<u32>(entry, LENGTH));
    const hash = load<u32>(entry, HASH);
    passed(bytes);
    if (load<u32>(entry, COUNT) <= most && load<u32>(entry, NUMBER) >= earlier) continue;
    place(<u32>moved(entry, bytes), hash);
    size++;
  }
  endMove();
}
