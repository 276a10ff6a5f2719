import { optionName } from "../base/index.ts";
import { LINE, type MemoryNeeds, type MemoryPlaces, memoryPlaces, strideOf } from "./memory-places.ts";

const LIMIT = 2 ** 32; // bytes that a 32-bit address reaches

/** The places; throws RangeError, with numbers that fit, if a 32-bit address does not reach everything. */
export function addressablePlaces(needs: MemoryNeeds): MemoryPlaces {
  const places = memoryPlaces(needs);
  const { end } = places;
  if (end <= LIMIT) return places;
  const { words, vectorSize, window } = needs;
  throw new RangeError(
    `Cannot train ${words.toLocaleString("en")} ${words === 1 ? "word" : "words"} with vectors of ${vectorSize} numbers and ` +
      `${optionName("window")} ${window} on the simd engine: they need ${gigabytes(end)} GB, and WebAssembly reaches ` +
      `${gigabytes(LIMIT)} GB. Remedy: ${fitting(needs).join(", or ") || "train on the engine tensor"}`,
  );
}

/** What would fit, each with everything else as it is. */
function fitting(needs: MemoryNeeds): string[] {
  const { words, vectorSize } = needs;
  const bytes = (change: Partial<MemoryNeeds>): number => memoryPlaces({ ...needs, ...change }).end;
  const rest = bytes({}) - 2 * words * strideOf(vectorSize);
  let row = Math.floor((LIMIT - rest) / (2 * words) / LINE) * LINE;
  while (row > 0 && bytes({ vectorSize: row / 4 }) > LIMIT) row -= LINE; // more rows of smaller vectors have copies
  const window = largest(needs.window, (window) => bytes({ window }) <= LIMIT);
  const fewer = largest(words, (words) => bytes({ words }) <= LIMIT);
  return [
    ...(window > 0 ? [`${optionName("window")} of at most ${window.toLocaleString("en")}`] : []),
    ...(row > 0 ? [`vectors of at most ${row / 4} numbers`] : []),
    ...(fewer > 1 ? [`at most ${fewer.toLocaleString("en")} words`] : []),
  ];
}

/** The largest whole number up to `most` that fits, 0 if none does; a smaller one than one that fits must fit, too. */
function largest(most: number, fits: (value: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function gigabytes(bytes: number): string {
  return (bytes / 2 ** 30).toFixed(1);
}
