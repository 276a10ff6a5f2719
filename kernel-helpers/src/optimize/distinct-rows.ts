/** The rows that a batch uses, each once. */
export interface DistinctRows {
  /** Each row once, in the order of its first place, shape (U). */
  readonly ids: Int32Array;
  /** For each place of the batch, the position of its row in `ids`, shape (n). */
  readonly places: Int32Array;
  /** Σ of the weights of a row's places, shape (U). */
  readonly weights: Float32Array;
}

/**
 * Finds the places of each row. A place of weight 0 is padding: it adds no row, since an optimiser with
 * momentum would move that row. It refers to the first row, to which its gradient adds zero. Rows are below `count`.
 *
 * @example
 * distinctRows(Int32Array.of(5, 2, 5, 0), Float32Array.of(1, 1, 1, 0), 6).places; // Int32Array.of(0, 1, 0, 0)
 */
export function distinctRows(ids: Int32Array, weights: Float32Array, count: number): DistinctRows {
  const positions = new Int32Array(count).fill(-1);
  const places = new Int32Array(ids.length);
  const [found, sums] = [new Int32Array(ids.length), new Float32Array(ids.length)];
  let used = 0;
  for (let place = 0; place < ids.length; place++) {
    const weight = weights[place] as number;
    if (weight === 0) continue;
    const id = ids[place] as number;
    if ((positions[id] as number) < 0) {
      positions[id] = used;
      found[used++] = id;
    }
    const position = positions[id] as number;
    places[place] = position;
    sums[position] = (sums[position] as number) + weight;
  }
  return { ids: found.slice(0, used), places, weights: sums.slice(0, used) };
}
