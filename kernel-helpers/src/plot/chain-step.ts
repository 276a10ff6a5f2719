import { written } from "./written.ts";

/** One step of a chain of computation. Formulas are plain text, such as "z_j = u_j · v_c". */
export interface ChainStep {
  /** The symbol of what is computed, such as "z_j"; each step has its own. */
  readonly name: string;
  /** By what it is computed from the step before, such as "u_j · v_c". */
  readonly formula?: string;
  /** What it is in an example: a number, a vector, or a text. */
  readonly value?: number | string | ArrayLike<number>;
  /** The derivative on the arrow back from this step, such as "∂L/∂z_j = ŷ_j − [j = o]"; no arrow without it. */
  readonly derivative?: string;
  /** The name of the earlier step to which that arrow leads. Default: the step before. */
  readonly back?: string;
  /** A second thing that enters this step, such as an output vector. */
  readonly parameter?: ChainParameter;
}

/** What enters a step of a chain from the side. */
export interface ChainParameter {
  /** Its symbol, such as "u_j". */
  readonly name: string;
  /** The derivative on the arrow back to it, such as "∂z_j/∂u_j = v_c"; no arrow without it. */
  readonly derivative?: string;
}

/** An arrow back from one step to an earlier one, by their numbers. */
export interface ChainBack {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The arrows back of a chain, in order. */
export function backsOf(steps: readonly ChainStep[]): readonly ChainBack[] {
  return steps.flatMap(({ derivative, back }, from) => {
    if (derivative === undefined) return [];
    const to = back === undefined ? from - 1 : steps.findIndex(({ name }) => name === back);
    return { from, to, text: derivative };
  });
}

/** A step as a formula: "z_j = u_j · v_c". */
export function formulaOf({ name, formula }: ChainStep): string {
  return formula === undefined ? name : `${name} = ${formula}`;
}

/** The value of a step as text; at most six numbers of a vector. */
export function shownValue({ value }: ChainStep): string | undefined {
  if (value === undefined || typeof value === "string") return value;
  if (typeof value === "number") return String(Number(value.toPrecision(4)));
  const shown = Array.from({ length: Math.min(6, value.length) }, (_, i) => written(value[i] as number));
  return `(${shown.join(", ")}${value.length > 6 ? ", …" : ""})`;
}
