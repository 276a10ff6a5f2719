import { SourceError } from "./source-error.ts";

/** The content of a cell marker line. */
export interface CellMarker {
  /** The kind of cell that begins here. */
  readonly type: "code" | "markdown";
  /** Attribute -> value, for example name -> "hidden-layer-check". */
  readonly attributes: ReadonlyMap<string, string>;
}

const KNOWN = new Set([
  "name",
  "exercise",
  "check",
  "hidden",
  "points",
  "tags",
  "expects",
  "answer",
  "choices",
  "within",
  "asks",
]);

/** Whether a line begins a cell, by the same rule as jupytext. */
export function isCellMarker(line: string): boolean {
  return /^\/\/ %%(?:\s|$)/.test(line);
}

/** Reads a line such as `// %% [markdown] name="intro" tags="raises-exception"`. */
export function parseCellMarker(line: string, file: string, lineNumber: number): CellMarker {
  const attributes = new Map<string, string>();
  let rest = line.slice("// %%".length).trim();
  const type = rest.startsWith("[markdown]") ? "markdown" : "code";
  if (type === "markdown") rest = rest.slice("[markdown]".length).trim();
  while (rest !== "") {
    const found = /^([a-z]+)="([^"]*)"(?:\s+|$)/.exec(rest);
    if (!found) {
      throw new SourceError(file, lineNumber, `cannot read ${rest}: a marker consists of key="value" pairs`);
    }
    const [all, key = "", value = ""] = found;
    if (!KNOWN.has(key)) {
      const known = [...KNOWN].join(", ");
      throw new SourceError(file, lineNumber, `unknown attribute ${key}: the known ones are ${known}`);
    }
    if (attributes.has(key)) throw new SourceError(file, lineNumber, `the attribute ${key} occurs twice`);
    attributes.set(key, value);
    rest = rest.slice(all.length);
  }
  return { type, attributes };
}
