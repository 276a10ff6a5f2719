/** A clock to ask: true when asked at least `milliseconds` after it was true or was made. */
export function everyMilliseconds(milliseconds: number): () => boolean {
  let last = performance.now();
  return () => {
    const time = performance.now();
    if (time - last < milliseconds) return false;
    last = time;
    return true;
  };
}
