import { inflateSync } from "node:zlib";

/** a b c d e f of PDF: (x, y) becomes (ax + cy + e, bx + dy + f). */
type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** An object of a PDF file: its dictionary as text, and its stream, unpacked. */
interface PdfObject {
  readonly dictionary: string;
  readonly stream: string;
}

/**
 * How far down the text of each page of a PDF file by Chromium reaches: the share of the page's height from its top to the
 * lowest line, 0 for a page without text. Knows as much of PDF as Chromium writes: no object streams, no encryption.
 */
export function pdfTextDepths(pdf: Buffer): number[] {
  const objects = readObjects(pdf);
  const root = [...objects.values()].find(({ dictionary }) => /\/Type\s*\/Catalog\b/.test(dictionary));
  if (root === undefined) throw new Error("Cannot read the PDF file as it has no catalogue");
  return pagesBelow(objects, reference(root.dictionary, "Pages")).map((page) => {
    const [, bottom = 0, , top = 0] = numbers(/\/MediaBox\s*\[([^\]]*)\]/.exec(page.dictionary)?.[1] ?? "");
    const content = objects.get(reference(page.dictionary, "Contents"))?.stream ?? "";
    const lowest = Math.min(top, ...textHeights(objects, content, page.dictionary, IDENTITY));
    return (top - lowest) / (top - bottom);
  });
}

function readObjects(pdf: Buffer): Map<number, PdfObject> {
  const text = pdf.toString("latin1");
  const objects = new Map<number, PdfObject>();
  for (const found of text.matchAll(/(?<=^|\n)(\d+) 0 obj\s([\s\S]*?)(?:\nendobj|stream\r?\n)/g)) {
    const [all, number, dictionary = ""] = found;
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    const start = found.index + all.length;
    const bytes = pdf.subarray(start, start + length);
    const packed = /\/Filter\s*\/FlateDecode/.test(dictionary) && !/\/Subtype\s*\/Image/.test(dictionary);
    const stream = !all.endsWith("endobj") && packed ? inflateSync(bytes).toString("latin1") : "";
    objects.set(Number(number), { dictionary, stream });
  }
  return objects;
}

function pagesBelow(objects: ReadonlyMap<number, PdfObject>, number: number): PdfObject[] {
  const node = objects.get(number);
  if (node === undefined) throw new Error(`Cannot read the PDF file as it has no object ${number}`);
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(node.dictionary)?.[1];
  if (kids === undefined) return [node];
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => pagesBelow(objects, Number(kid)));
}

function reference(dictionary: string, name: string): number {
  return Number(new RegExp(`/${name}\\s+(\\d+) 0 R`).exec(dictionary)?.[1] ?? -1);
}

/** The heights, from the page's bottom, at which text is written, that of the drawings inside included. */
function textHeights(
  objects: ReadonlyMap<number, PdfObject>,
  content: string,
  resources: string,
  start: Matrix,
): number[] {
  const heights: number[] = [];
  const stack: Matrix[] = [];
  let [matrix, line]: [Matrix, Matrix] = [start, IDENTITY];
  let operands: string[] = [];
  for (const token of tokens(content)) {
    if (/^[-+.\d]|^[/([<]/.test(token)) {
      operands.push(token);
      continue;
    }
    const six = operands.slice(-6).map(Number) as unknown as Matrix;
    if (token === "q") stack.push(matrix);
    else if (token === "Q") matrix = stack.pop() ?? start;
    else if (token === "cm") matrix = times(six, matrix);
    else if (token === "BT") line = IDENTITY;
    else if (token === "Tm") line = six;
    else if (token === "Td") {
      line = times([1, 0, 0, 1, Number(operands[0]), Number(operands[1])], line);
    } else if (token === "Tj" || token === "TJ") heights.push(times(line, matrix)[5]);
    else if (token === "Do") {
      const form = objects.get(reference(resources, operands[0]?.slice(1) ?? ""));
      if (form && /\/Subtype\s*\/Form/.test(form.dictionary)) {
        const own = numbers(/\/Matrix\s*\[([^\]]*)\]/.exec(form.dictionary)?.[1] ?? "");
        const inside = own.length === 6 ? times(own as unknown as Matrix, matrix) : matrix;
        heights.push(...textHeights(objects, form.stream, form.dictionary, inside));
      }
    }
    operands = [];
  }
  return heights;
}

/** Numbers, names, operators; strings and lists as one token each. */
function tokens(content: string): string[] {
  return (
    content.match(/\((?:\\[\s\S]|[^\\()])*\)|<[\da-fA-F\s]*>|\[(?:\([^)]*\)|[^\]])*\]|[^\s[\]<>()]+/g) ?? []
  );
}

function numbers(text: string): number[] {
  return text.trim().split(/\s+/).filter(Boolean).map(Number);
}

/** First `one`, then `other`. */
function times(one: Matrix, other: Matrix): Matrix {
  const [a, b, c, d, e, f] = one;
  const [A, B, C, D, E, F] = other;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}
