import { element } from "./element.ts";

/** A formula as text, such as "e^(z_j)", with what follows _ and ^ lowered and raised. */
export function formula(text: string): HTMLElement {
  const made = element("code", { class: "formula" });
  made.append(...piecesOf(text));
  return made;
}

function piecesOf(text: string): (Node | string)[] {
  return [...text.matchAll(PIECES)].map(([piece, group, one]) => {
    const inner = group ?? one;
    if (inner === undefined) return piece.replaceAll("-", "−");
    return element(piece.startsWith("_") ? "sub" : "sup", {}, ...piecesOf(inner));
  });
}

/** A lowered or raised group or word, or anything before the next one. */
const PIECES = /[_^](?:\(([^)]*)\)|([\p{L}\p{N}]+))|[^_^]+|[_^]/gu;
