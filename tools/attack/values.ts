import type { Received } from "../../kernel/test/wire-client.ts";
import { type Attack, part, type Runner, type Slice } from "./slice.ts";

const THROWS = '() => { throw new Error("hostile"); }';

/** Expressions of values that are hard to describe. */
const VALUES = [
  ...[
    "undefined",
    "null",
    "0n",
    "NaN",
    '""',
    '"\\u0000"',
    '"\\ud800"',
    "Symbol()",
    "Symbol.iterator",
    "() => {}",
  ],
  ...["{}", "[]", "[,]", "new Date(NaN)", "Object.create(null)", "Object.freeze({})", "new (class {})()"],
  ...["get", "has", "getPrototypeOf", "ownKeys", "getOwnPropertyDescriptor"].map(
    (trap) => `new Proxy({}, { ${trap}: ${THROWS} })`,
  ),
  `new Proxy(new Error("x"), { get: ${THROWS} })`,
  "(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; })()",
  ...["name", "message", "stack", "cause"].map(
    (key) => `Object.defineProperty(new Error("x"), "${key}", { get: ${THROWS} })`,
  ),
  ...["name", "message", "stack"].map((key) => `Object.assign(new Error("x"), { ${key}: Symbol("s") })`),
  ...["name", "message", "stack"].map((key) => `Object.assign(new Error("x"), { ${key}: { length: 1e9 } })`),
  `Object.assign(new Error("x"), { [Symbol.for("nodejs.util.inspect.custom")]: ${THROWS} })`,
  `({ [Symbol.for("nodejs.util.inspect.custom")]: ${THROWS} })`,
  `({ [Symbol.for("Jupyter.display")]: ${THROWS} })`,
  `({ toString: ${THROWS}, toJSON: ${THROWS} })`,
  `({ get mimeBundle() { throw new Error("hostile"); } })`,
  "({ get [Symbol.toStringTag]() { throw 1; } })",
  "(() => { const e: any = new Error('x'); e.cause = e; return e; })()",
  "(() => { let e: any = new Error('x'); for (let i = 0; i < 3000; i++) e = new Error('y', { cause: e }); return e; })()",
  "(() => { let o: any = {}; for (let i = 0; i < 20000; i++) o = { o }; return o; })()",
  "new AggregateError([new Error('x'), null, undefined], 'many')",
  "Object.setPrototypeOf(new Error('x'), null)",
  "Object.assign(new Error('x'.repeat(1e6)), { stack: undefined })",
  "{ then: 1 }",
] as const;

/** Where a value shows up: the code, and how that must be told. */
const PLACES: Readonly<Record<string, { code: (value: string) => string; told?: "error" | "stderr" }>> = {
  thrown: { code: (value) => `throw (${value}) as any;`, told: "error" },
  "thrown in a timer": {
    code: (value) => `const wait = new Promise((done) => setTimeout(done, 20));
setTimeout(() => { throw (${value}) as any; }, 0);\nawait wait;`,
    told: "stderr",
  },
  rejected: {
    code: (value) => `const wait = new Promise((done) => setTimeout(done, 20));
Promise.reject((${value}) as any);\nawait wait;`,
    told: "stderr",
  },
  "as a result": { code: (value) => `const hostile: any = (${value});\nhostile` },
  logged: { code: (value) => `console.log((${value}) as any);` },
};

/** For a kernel in Node or in a page. */
export const VALUES_ATTACKS: readonly Attack<Runner>[] = VALUES.flatMap((value) =>
  Object.entries(PLACES).map(([place, { code, told }]) => ({
    name: `${value} ${place}`,
    run: (kernel) => isTold(kernel, code(value), told),
  })),
);

/** Values that cannot be described, wherever they show up. */
export const values: Slice = {
  name: "hostile values",
  holds: "a failure is one error, an uncaught one a line in its cell, with text in each field",
  attacks: (share) => part(VALUES_ATTACKS, share),
};

async function isTold(
  kernel: Runner,
  code: string,
  told: "error" | "stderr" | undefined,
): Promise<string | undefined> {
  const { messages } = await kernel.run(code);
  const errors = messages.filter(({ type }) => type === "error");
  const warned = messages.some(({ content }) => content.name === "stderr" && content.text !== "");
  if (told === "stderr" && !warned) return "nothing was shown";
  if (told === "error" ? errors.length !== 1 : errors.length > 1) return `${errors.length} errors were shown`;
  return errors.map(badFields).find((bad) => bad !== undefined);
}

function badFields({ content: { ename, evalue, traceback } }: Pick<Received, "content">): string | undefined {
  const lines = Array.isArray(traceback) ? traceback : [undefined];
  return [ename, evalue, ...lines].every((field) => typeof field === "string")
    ? undefined
    : "a field of the error is no text";
}
