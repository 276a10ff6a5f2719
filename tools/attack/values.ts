import type { Received } from "../../kernel/test/wire-client.ts";
import { type Attack, type AttackKind, part, type Runner, startKernel } from "./attack-kind.ts";

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

/** How it must be told; undefined as a result is not. */
type Told = "error" | "stderr" | "result" | "stdout" | "nothing";

/** Where a value shows up: the code, and how that must be told. */
const PLACES: Readonly<Record<string, { code: (value: string) => string; told: Told }>> = {
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
  "as a result": { code: (value) => `const hostile: any = (${value});\nhostile`, told: "result" },
  logged: { code: (value) => `console.log("it is", (${value}) as any);`, told: "stdout" },
};

/** For a kernel in Node or in a page. */
export const VALUES_ATTACKS: readonly Attack<Runner>[] = VALUES.flatMap((value) =>
  Object.entries(PLACES).map(([place, { code, told }]) => ({
    group: place,
    name: `${value} ${place}`,
    run: (kernel) =>
      isTold(kernel, code(value), value === "undefined" && told === "result" ? "nothing" : told),
  })),
);

/** Values that cannot be described, wherever they show up. */
export const values: AttackKind<Runner> = {
  name: "hostile values",
  holds: "thrown: exactly one error; in a timer or rejected: a line on stderr; as a result or logged: shown",
  tested: 0.05,
  start: startKernel,
  attacks: (share, random) => part(VALUES_ATTACKS, share, random),
};

async function isTold(kernel: Runner, code: string, told: Told): Promise<string | undefined> {
  const { messages } = await kernel.run(code);
  const errors = messages.filter(({ type }) => type === "error");
  const shown = messages.some(
    ({ type, content }) =>
      told === "nothing" ||
      type === (told === "result" ? "execute_result" : told) ||
      (content.name === told && content.text !== ""),
  );
  // a value whose own method throws may be an error instead
  if (!shown && errors.length === 0) return "nothing was shown";
  if (errors.length > 1 || (told === "stderr" && errors.length > 0))
    return `${errors.length} errors were shown`;
  return errors.map(badFields).find((bad) => bad !== undefined);
}

function badFields({ content: { ename, evalue, traceback } }: Pick<Received, "content">): string | undefined {
  const lines = Array.isArray(traceback) ? traceback : [undefined];
  return [ename, evalue, ...lines].every((field) => typeof field === "string")
    ? undefined
    : "a field of the error is no text";
}
