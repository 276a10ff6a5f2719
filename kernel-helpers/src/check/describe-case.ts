import { describeValue } from "./describe-value.ts";
import { parameterName } from "./fault.ts";

/** Arguments with their names: "context = [0, 2], center = 1". */
export function describeCase(parameters: readonly string[], values: readonly unknown[]): string {
  return values.map((value, i) => `${parameterName(parameters, i)} = ${describeValue(value)}`).join(", ");
}
