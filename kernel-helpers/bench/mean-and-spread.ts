/** Values over seeds as "0.85 ± 0.02": the mean and the sample's standard deviation; "-" if one is not a number. */
export function meanAndSpread(values: readonly number[], digits = 2): string {
  if (values.length === 0 || !values.every(Number.isFinite)) return "-";
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  if (values.length === 1) return mean.toFixed(digits);
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return `${mean.toFixed(digits)} ± ${Math.sqrt(squares / (values.length - 1)).toFixed(digits)}`;
}
