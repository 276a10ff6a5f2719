import { type Table, zeroTable } from "../base/index.ts";

/**
 * n_kj = number of examples of class k that were taken for class j, shape (K, K): rows are what is true, columns what was predicted.
 * Throws RangeError for lists of different lengths and for a number that is no class.
 *
 * @example
 * [...confusionMatrix([0, 0, 1], [0, 1, 1], 2).data]; // [1, 1, 0, 1]
 */
export function confusionMatrix(
  labels: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classes: number,
): Table {
  if (labels.length !== predicted.length) {
    throw new RangeError(
      `Cannot compare the classes as each label needs a prediction: there are ${labels.length} labels and ` +
        `${predicted.length} predictions`,
    );
  }
  const counts = zeroTable(classes, classes);
  for (let i = 0; i < labels.length; i++) {
    const at = classOf(labels, i, classes) * classes + classOf(predicted, i, classes);
    counts.data[at] = (counts.data[at] as number) + 1;
  }
  return counts;
}

function classOf(list: ArrayLike<number>, i: number, classes: number): number {
  const found = list[i] as number;
  if (Number.isInteger(found) && found >= 0 && found < classes) return found;
  throw new RangeError(
    `Cannot compare the classes as each must be a whole number from 0 to ${classes - 1}: number ${i} is ${found}`,
  );
}
