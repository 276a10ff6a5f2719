/**
 * 64 random bits for a place in the training: number `draw` < 4,096 of token `token`, counted over all passes (SplitMix64,
 * Steele, Lea and Flood 2014). They depend on nothing but the key and the place, so that a training may be divided anywhere.
 */
@inline
export function randomBits(key: u64, token: u64, draw: u64): u64 {
  let z = key + ((token << 12) | draw) * 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

/** A whole number below `limit` from the lower 32 bits. */
@inline
export function below(bits: u64, limit: u32): u32 {
  return <u32>(((bits & 0xffffffff) * <u64>limit) >> 32);
}

/** The upper 32 bits. */
@inline
export function upper(bits: u64): u32 {
  return <u32>(bits >> 32);
}
