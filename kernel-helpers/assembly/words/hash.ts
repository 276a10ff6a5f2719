@inline
function mixed(hash: u64, letters: u64): u64 {
  const product = (hash ^ letters) * 0x9e3779b97f4a7c15;
  return product ^ (product >> 32);
}

/** A number of 8 bytes of which only the first `bytes` are not zero; 0 to 8, and more than 8 counts as 8. */
@inline
export function firstBytes(number: u64, bytes: i32): u64 {
  return select<u64>(select<u64>(number & ~(<u64>-1 << (bytes << 3)), 0, bytes > 0), number, bytes < 8);
}

/** The hash of the word of `length` bytes at `start`, behind which 16 bytes can be read. */
@inline
export function hashOf(start: usize, length: u32): u32 {
  const first = firstBytes(load<u64>(start), length); // most words have at most 16 bytes: for these there is no branch
  const second = firstBytes(load<u64>(start, 8), <i32>length - 8);
  const hash = mixed(mixed(length, first), second);
  return <u32>(length > 16 ? hashOfRest(hash, start, length) : hash);
}

function hashOfRest(before: u64, start: usize, length: u32): u64 {
  let hash = before;
  for (let at: u32 = 16; at < length; at += 8) hash = mixed(hash, firstBytes(load<u64>(start + at), length - at));
  return hash;
}
