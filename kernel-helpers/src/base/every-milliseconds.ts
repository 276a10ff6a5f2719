/** Returns a function that is true when called at least `milliseconds` after it was created or last returned true. */
export function everyMilliseconds(milliseconds: number): () => boolean {
  let last = performance.now();
  return () => {
    const time = performance.now();
    if (time - last < milliseconds) return false;
    last = time;
    return true;
  };
}
