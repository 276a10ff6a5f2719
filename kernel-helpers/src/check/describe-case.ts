import { isRecord, isTable } from "./describe-shape.ts";
import { describeValue, tableLines } from "./describe-value.ts";
import { parameterName } from "./fault.ts";

/** Up to this length, arguments stand on one line. */
const SHORT = 60;

/** Arguments with their names, on one line: "context = [0, 2], center = 1". */
export function describeCase(parameters: readonly string[], values: readonly unknown[]): string {
  return values.map((value, i) => `${parameterName(parameters, i)} = ${describeValue(value)}`).join(", ");
}

/** The same in lines: one for each argument, and for each row of a small table, unless all are short. */
export function caseLines(parameters: readonly string[], values: readonly unknown[]): string[] {
  const short = describeCase(parameters, values);
  if (short.length <= SHORT) return [`with ${short}`];
  const lines = values.flatMap((value, i) => argumentLines(parameterName(parameters, i), value));
  return ["with", ...lines.map((line) => `  ${line}`)];
}

function argumentLines(name: string, value: unknown): string[] {
  if (isTable(value)) {
    const [shape, ...rows] = tableLines(value);
    return [`${name} = ${shape}`, ...rows.map((line) => `  ${line}`)];
  }
  if (isRecord(value) && Object.values(value).some(isTable)) {
    const members = Object.entries(value).filter(([, member]) => !(member instanceof Map));
    return members.flatMap(([key, member]) => argumentLines(`${name}.${key}`, member));
  }
  return [`${name} = ${describeValue(value)}`];
}
