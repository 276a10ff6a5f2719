/**
 * Whether CI tries something today that takes long and is one of many of its kind: one of `parts` is tried, another each
 * day. With W2V_ALL=1 all are.
 */
export function ofToday(place: number, parts: number): boolean {
  const day = Math.floor(Date.now() / 86_400_000);
  return process.env.W2V_ALL === "1" || place % parts === day % parts;
}
