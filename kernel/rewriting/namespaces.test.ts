import ts from "typescript";
import { describe, expect, test } from "vitest";
import { namespacesIn, withoutRedeclared } from "./namespaces.cjs";

const flat = (text: string): string => text.replace(/\s+/g, " ").trim();

describe("namespacesIn()", () => {
  const declarations = `declare const rate: number;
declare namespace A { const x = 1; }
declare namespace A.B { const y = 2; }
declare namespace C { }
declare global { var counted: number; }
declare module "d3-array" { interface Extra { } }
`;

  test("keeps namespaces and augmentations alone", () => {
    expect(flat(namespacesIn(ts, declarations, () => false))).toBe(
      flat(declarations.slice(declarations.indexOf("\n"))),
    );
  });

  test("drops a namespace that was declared again, and no augmentation", () => {
    const kept = namespacesIn(ts, declarations, (name) => name === "A" || name === "global");
    expect(kept).not.toContain("namespace A");
    expect(kept).toContain("namespace C");
    expect(kept).toContain("declare global");
  });

  test("gives an empty text for declarations without a namespace", () => {
    expect(namespacesIn(ts, "declare const namespace: 1;", () => false)).toBe("");
  });
});

describe("withoutRedeclared()", () => {
  const check = (declarations: string, cell: string): string =>
    flat(withoutRedeclared(ts, declarations, cell));

  test("drops each property that a cell declares again, and keeps the others", () => {
    const earlier = "declare global { interface Array<T> { last(): T; first(): T; } }";
    expect(check(earlier, "declare global { interface Array<T> { last(): T | undefined } }")).toBe(
      "declare global { interface Array<T> { first(): T; } }",
    );
  });

  test("drops variables, functions, types and interfaces of which nothing is left", () => {
    const earlier = `declare global {
  var a: number, b: string;
  var c: number;
  function f(): void;
  type Id = number;
  interface Lab<T> { size: T; }
  namespace NodeJS { interface ProcessEnv { MINE?: string; } }
}`;
    const cell = `declare global { var a: string; var c: string; function f(x: number): void; type Id = string
      interface Lab { size: number } namespace NodeJS { interface ProcessEnv { MINE: string } } }`;
    expect(check(earlier, cell)).toBe("declare global { var b: string; namespace NodeJS { } }");
  });

  test("leaves what another module's augmentation declares", () => {
    const earlier = 'declare module "a" { interface X { y: 1; } }';
    expect(check(earlier, 'declare module "b" { interface X { y: 2 } }')).toBe(earlier);
    expect(check(earlier, 'declare module "a" { interface X { y: 2 } }')).toBe('declare module "a" { }');
  });

  test("leaves everything else as it stands", () => {
    const earlier = "declare const x: number;\ndeclare namespace A { const x: 1; }";
    expect(withoutRedeclared(ts, earlier, "declare global { var x: string }")).toBe(earlier);
    expect(withoutRedeclared(ts, earlier, "namespace A { export const x = 2 }")).toBe(earlier);
  });
});
