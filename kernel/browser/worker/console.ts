import { format, inspect } from "node:util";
import { tableOf } from "./console-table.ts";
import { process } from "./node/process.ts";

type Name = "stdout" | "stderr";

const GROUP = "  ";
let indent = "";
const timers = new Map<string, number>();
const counts = new Map<string, number>();

function print(name: Name, ...values: unknown[]): void {
  const text = values.length === 0 ? "" : format(...(values as [unknown]));
  process[name].write(`${indent}${text.replaceAll("\n", `\n${indent}`)}\n`);
}

const to =
  (name: Name) =>
  (...values: unknown[]): void =>
    print(name, ...values);

function passed(label: string, ...values: unknown[]): void {
  const began = timers.get(label);
  if (began === undefined) {
    print("stderr", `Warning: No such label '${label}' for console.time()`);
    return;
  }
  print("stdout", `${label}: ${(performance.now() - began).toFixed(3)}ms`, ...values);
}

/** The console of a cell: its output goes where Node's would go, with the same text. */
const cellConsole = {
  log: to("stdout"),
  info: to("stdout"),
  debug: to("stdout"),
  warn: to("stderr"),
  error: to("stderr"),
  trace(...values: unknown[]): void {
    const { stack = "" } = new Error(format(...(values as [unknown])));
    print("stderr", stack.replace(/^Error/, "Trace"));
  },
  dir: (value: unknown, options?: object): void => print("stdout", inspect(value, options)),
  table: (data: unknown, columns?: readonly string[]): void => print("stdout", tableOf(data, columns)),
  assert(holds: unknown, ...values: unknown[]): void {
    if (!holds)
      print("stderr", ...(values.length > 0 ? ["Assertion failed:", ...values] : ["Assertion failed"]));
  },
  group(...values: unknown[]): void {
    if (values.length > 0) print("stdout", ...values);
    indent += GROUP;
  },
  groupEnd(): void {
    indent = indent.slice(GROUP.length);
  },
  time: (label = "default"): void => void timers.set(label, performance.now()),
  timeLog: (label = "default", ...values: unknown[]): void => passed(label, ...values),
  timeEnd(label = "default"): void {
    passed(label);
    timers.delete(label);
  },
  count(label = "default"): void {
    counts.set(label, (counts.get(label) ?? 0) + 1);
    print("stdout", `${label}: ${counts.get(label)}`);
  },
  countReset: (label = "default"): void => void counts.delete(label),
};

/** Sends what cells print to the kernel instead of the browser's own console. */
export function redirectConsole(): void {
  Object.assign(console, cellConsole, { groupCollapsed: cellConsole.group });
}
