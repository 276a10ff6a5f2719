import {
  type Attack,
  type AttackKind,
  answersRightly,
  part,
  type Runner,
  startKernel,
} from "./attack-kind.ts";

/** Functions that cells replace by one that throws. */
const FUNCTIONS = [
  ...["JSON.stringify", "JSON.parse", "Array.isArray", "Array.from", "Object.keys", "Object.entries"],
  ...["Object.assign", "Object.defineProperty", "Object.getPrototypeOf", "Object.hasOwn", "Reflect.ownKeys"],
  ...[
    "Promise.resolve",
    "Promise.all",
    "Promise.race",
    "Math.max",
    "Math.floor",
    "Number.isInteger",
    "Date.now",
  ],
  ...["Symbol.for", "Buffer.from", "Buffer.concat", "console.log", "console.error", "performance.now"],
  ...["process.stdout.write", "process.stderr.write", "process.nextTick", "process.emit", "process.on"],
  ...["Error.captureStackTrace", "Error.prepareStackTrace", "Atomics.load", "String.raw"],
  ...["setImmediate", "clearTimeout", "queueMicrotask", "structuredClone"].map(
    (name) => `globalThis.${name}`,
  ),
  ...["map", "push", "forEach", "filter", "join", "slice", "includes", "some", "concat", "find", "at"].map(
    (name) => `Array.prototype.${name}`,
  ),
  "Array.prototype[Symbol.iterator]",
  ...["hasOwnProperty", "toString", "valueOf"].map((name) => `Object.prototype.${name}`),
  ...["call", "apply", "bind", "toString"].map((name) => `Function.prototype.${name}`),
  ...["split", "replace", "slice", "startsWith", "charCodeAt", "trim"].map(
    (name) => `String.prototype.${name}`,
  ),
  ...["exec", "test"].map((name) => `RegExp.prototype.${name}`),
  ...["get", "set", "has", "keys"].map((name) => `Map.prototype.${name}`),
  ...["add", "has", "delete"].map((name) => `Set.prototype.${name}`),
  ...["then", "catch", "finally"].map((name) => `Promise.prototype.${name}`),
  "WeakMap.prototype.get",
];

/** Global names that cells set to undefined. */
const NAMES = [
  ...["Array", "Buffer", "Date", "Error", "Function", "JSON", "Map", "Math", "Number", "Object", "Promise"],
  ...["Proxy", "Reflect", "RegExp", "Set", "String", "Symbol", "Uint8Array", "WeakMap", "console", "process"],
];

/** Properties that cells add where every object or list inherits them. */
const ADDED = [
  ...["get", "set", "value", "then", "toJSON", "length", "enumerable"].map(
    (key) => ["Object.prototype", key] as const,
  ),
  ["Array.prototype", "0"] as const,
];

/** Code that changes a place and can undo it. */
const replacing = (place: string, value: string): string => `undo = (() => {
  const before = (${place} as any);
  return () => { (${place} as any) = before; };
})();
(${place} as any) = ${value};`;

const adding = (owner: string, key: string): string =>
  `undo = () => delete (${owner} as any)["${key}"];\n(${owner} as any)["${key}"] = 1;`;

const THROWS = '() => { throw new Error("replaced"); }';

const CODES: readonly [group: string, name: string, code: string][] = [
  ...FUNCTIONS.map((place): [string, string, string] => ["functions", place, replacing(place, THROWS)]),
  ...NAMES.map((name): [string, string, string] => [
    "names",
    `no ${name}`,
    replacing(`(globalThis as any).${name}`, "undefined"),
  ]),
  ...ADDED.map(([owner, key]): [string, string, string] => [
    "properties",
    `${key} added to ${owner}`,
    adding(owner, key),
  ]),
  [
    "others",
    "an endless iterator",
    replacing("Array.prototype[Symbol.iterator]", "function* () { for (;;) yield 1; }"),
  ],
  ["others", "no stack traces", replacing("Error.stackTraceLimit", "0")],
  [
    "others",
    "arrays without a prototype",
    "Object.setPrototypeOf(Array.prototype, null);\nundo = () => Object.setPrototypeOf(Array.prototype, Object.prototype);",
  ],
  ["others", "frozen objects", "Object.freeze(Object.prototype);"],
  ["others", "frozen arrays", "Object.freeze(Array.prototype);"],
];

/** For a kernel in Node or in a page. */
export const GLOBALS_ATTACKS: readonly Attack<Runner>[] = CODES.map(([group, name, code]) => ({
  group,
  name,
  run: (kernel) => replaceAndUndo(kernel, code),
}));

/** Cells replace what JavaScript and Node provide; the kernel goes on, and so do cells that do not use it. */
export const globals: AttackKind<Runner> = {
  name: "replaced built-ins",
  holds: "while it is replaced, and after, results, type errors, errors and awaits are as before",
  tested: 0.05,
  start: startKernel,
  attacks: (share, random) => part(GLOBALS_ATTACKS, share, random),
};

async function replaceAndUndo(kernel: Runner, code: string): Promise<string | undefined> {
  await kernel.run("let undo: () => unknown = () => {};");
  const { reply } = await kernel.run(`${code}\n"replaced";`);
  if (reply.status !== "ok") return `the cell failed: ${reply.ename}: ${reply.evalue}`;
  const problem = await answersRightly(kernel);
  if (problem !== undefined) return `while it was replaced: ${problem}`;
  await kernel.run("undo();");
  return undefined;
}
