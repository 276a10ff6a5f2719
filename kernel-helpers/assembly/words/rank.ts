import { allocate, nextEntry, passed, startWalk } from "./memory";
import { COUNT, earlier, entryBytes, LENGTH, NUMBER, next } from "./table";

const DIGIT = 11; // bits that are sorted at once
const DIGITS = 1 << DIGIT;

/** Where the addresses of the listed entries are, uint32 each. */
export let ranked: usize = 0;
/** How many they are. */
export let kept: u32 = 0;

let finalIds: usize = 0; // number -> id, -1 for none

/**
 * Lists the entries of words that occur at least `minCount` times by falling count, those of equal counts as they came. Before them
 * come all words of an earlier model, in their order.
 */
export function rank(minCount: u32): void {
  kept = 0;
  startWalk();
  for (let entry = nextEntry(); entry > 0; entry = nextEntry()) {
    if (isKept(entry, minCount)) kept++;
    passed(entryBytes(load<u32>(entry, LENGTH)));
  }
  ranked = allocate((<u64>kept << 2) + 4);
  let to = ranked;
  startWalk();
  for (let entry = nextEntry(); entry > 0; entry = nextEntry()) {
    if (isKept(entry, minCount)) {
      store<u32>(to, <u32>entry);
      to += 4;
    }
    passed(entryBytes(load<u32>(entry, LENGTH)));
  }
  sort();
}

@inline
function isKept(entry: usize, minCount: u32): bool {
  return load<u32>(entry, COUNT) >= minCount || load<u32>(entry, NUMBER) < earlier;
}

/** Sorts what is behind the words of an earlier model, by digits from the lowest on, each time stably. */
function sort(): void {
  let other = allocate((<u64>kept << 2) + 4);
  const starts = allocate(DIGITS * 4);
  const first = <usize>earlier << 2;
  memory.copy(other, ranked, first);
  for (let shift: u32 = 0; shift < 32; shift += DIGIT) {
    memory.fill(starts, 0, DIGITS * 4);
    const end = ranked + (<usize>kept << 2);
    for (let at = ranked + first; at < end; at += 4) {
      const place = starts + (digit(load<u32>(at), shift) << 2);
      store<u32>(place, load<u32>(place) + 1);
    }
    let sum: u32 = earlier;
    for (let place = starts; place < starts + DIGITS * 4; place += 4) {
      const here = load<u32>(place);
      store<u32>(place, sum);
      sum += here;
    }
    for (let at = ranked + first; at < end; at += 4) {
      const place = starts + (digit(load<u32>(at), shift) << 2);
      const to = load<u32>(place);
      store<u32>(place, to + 1);
      store<u32>(other + (<usize>to << 2), load<u32>(at));
    }
    const sorted = other;
    other = ranked;
    ranked = sorted;
  }
}

/** A digit of the entry's count, the larger the rarer. */
@inline
function digit(entry: usize, shift: u32): usize {
  return (~load<u32>(entry, COUNT) >> shift) & (DIGITS - 1);
}

/** Gives the first `words` entries of the list their ids. */
export function number(words: u32): void {
  const bytes = <u64>next << 2;
  finalIds = allocate(bytes + 4);
  memory.fill(finalIds, 255, <usize>bytes);
  for (let id: u32 = 0; id < words; id++) {
    const entry = <usize>load<u32>(ranked + (<usize>id << 2));
    store<u32>(finalIds + (<usize>load<u32>(entry, NUMBER) << 2), id);
  }
}

/** The id of a word by its number, -1 if the vocabulary does not have it. */
@inline
export function finalId(number: u32): i32 {
  return load<i32>(finalIds + (<usize>number << 2));
}
