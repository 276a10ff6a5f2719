import {
  type ByteSource,
  crc32c,
  joined,
  type Numbers,
  type Reading,
  readBytes,
  type Table,
} from "../base/index.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { headerProblem } from "./checkpoint-schema.ts";
import { problemOfLists } from "./few-lists.ts";

const magic = new TextEncoder().encode("W2VCHECK"); // 8 bytes, so that the tables stay aligned
const PIECE = 1 << 20;

/** A table in the header, with the position of its numbers, in bytes from the end of the header. */
interface TableEntry {
  readonly rows: number;
  readonly width: number;
  readonly type: "float32" | "float64";
  readonly offset: number;
}

/**
 * A checkpoint as bytes: "W2VCHECK", the length of the header (uint32), its checksum and that of the tables (CRC-32C,
 * uint32 each), four bytes of zero, the header (JSON, padded by spaces to a multiple of 8), the tables (little-endian).
 */
export function encodeCheckpoint(checkpoint: Checkpoint): Uint8Array {
  return joined(checkpointPieces(checkpoint));
}

/** The same bytes in pieces; those of the tables are the tables' own memory. */
export function checkpointPieces(checkpoint: Checkpoint): Uint8Array[] {
  const { tables, ...engine } = checkpoint.engine;
  const entries: Record<string, TableEntry> = {};
  const body: Uint8Array[] = [];
  let offset = 0;
  for (const [name, { rows, width, data }] of Object.entries(tables)) {
    entries[name] = { rows, width, type: data instanceof Float32Array ? "float32" : "float64", offset };
    body.push(bytesOf(data), new Uint8Array(-data.byteLength & 7));
    offset += Math.ceil(data.byteLength / 8) * 8;
  }
  const json = JSON.stringify({ ...checkpoint, engine: { ...engine, tables: entries } });
  const utf8 = new TextEncoder().encode(json);
  const header = new Uint8Array(Math.ceil(utf8.length / 8) * 8).fill(32);
  header.set(utf8);
  const start = new Uint8Array(24);
  start.set(magic);
  const view = new DataView(start.buffer);
  view.setUint32(8, header.length, true);
  view.setUint32(12, crc32c(header), true);
  view.setUint32(
    16,
    body.reduce((sum, piece) => crc32c(piece, sum), 0),
    true,
  );
  return [start, header, ...body];
}

/**
 * Reads what `encodeCheckpoint` made; throws RangeError for anything else: damaged bytes, and a header that no training
 * wrote although its checksum is right. `from` names the file in the message.
 */
export function decodeCheckpoint(bytes: Uint8Array, from = ""): Checkpoint {
  return readBytes(bytes, (source) => checkpointReading(source, from));
}

/** Reads a checkpoint as `decodeCheckpoint` does; takes memory for the tables when their size is known to be right. */
export function* checkpointReading(source: ByteSource, from: string): Reading<Checkpoint> {
  const start = new Uint8Array(yield* source.take(24)); // a copy, also of a Buffer, whose slice is none
  if (start.length < 24 || !magic.every((byte, i) => start[i] === byte)) {
    throw damaged(from, "it does not begin with W2VCHECK");
  }
  const view = new DataView(start.buffer);
  const [length, headerSum, bodySum] = [8, 12, 16].map((at) => view.getUint32(at, true)) as NumbersOfStart;
  const rest = source.size - 24;
  if (view.getUint32(20, true) !== 0) throw damaged(from, "its bytes 20 to 23 are not 0");
  if (length % 8 !== 0) throw damaged(from, `its header has ${length} bytes, which is no multiple of 8`);
  if (length > rest) {
    throw damaged(from, `the file is cut: its header has ${length} bytes, but only ${rest} follow`);
  }
  const header = yield* source.take(length);
  requireSum(from, "header", headerSum, header);
  const { engine, ...more } = parsed(header, rest - length, from);
  const body = yield* bodyOf(source, rest - length); // memory of its own, where float64 tables are aligned
  requireSum(from, "tables", bodySum, body);
  const tables = Object.entries(engine.tables).map(([name, entry]) => [name, tableAt(body, entry)] as const);
  const lossSum = engine.lossSum ?? Number.NaN; // JSON has no NaN
  return { ...more, engine: { ...engine, lossSum, tables: Object.fromEntries(tables) } };
}

type NumbersOfStart = [length: number, headerSum: number, bodySum: number];

function* bodyOf(source: ByteSource, bytes: number): Reading<Uint8Array> {
  const body = new Uint8Array(bytes);
  for (let at = 0; at < bytes; ) {
    const piece = yield* source.take(Math.min(PIECE, bytes - at));
    if (piece.length === 0) break; // the file became shorter
    body.set(piece, at);
    at += piece.length;
  }
  return body;
}

/** A checkpoint as its header has it: entries in the place of tables. */
interface Header extends Omit<Checkpoint, "engine"> {
  readonly engine: Omit<Checkpoint["engine"], "tables" | "lossSum"> & {
    readonly lossSum: number | null;
    readonly tables: Readonly<Record<string, TableEntry>>;
  };
}

function parsed(header: Uint8Array, bodyBytes: number, from: string): Header {
  const lists = problemOfLists(header);
  if (lists !== undefined) throw damaged(from, lists);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(header));
  } catch {
    throw damaged(from, "its header is not JSON");
  }
  const problem = headerProblem(value, bodyBytes);
  if (problem !== undefined) throw damaged(from, problem);
  return value as Header;
}

function tableAt(body: Uint8Array, { rows, width, type, offset }: TableEntry): Table<Numbers> {
  const numbers = type === "float32" ? Float32Array : Float64Array;
  const buffer = body.buffer as ArrayBuffer;
  return { rows, width, data: new numbers(buffer, body.byteOffset + offset, rows * width) };
}

function bytesOf(data: Numbers): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

function requireSum(from: string, what: string, wanted: number, bytes: Uint8Array): void {
  const found = crc32c(bytes);
  if (found === wanted) return;
  throw damaged(from, `the checksum of its ${what} is ${found} instead of ${wanted}`);
}

function damaged(from: string, reason: string): RangeError {
  return new RangeError(
    `Cannot read a checkpoint${from && ` from ${from}`}: ${reason}. ` +
      "Remedy: another checkpoint, or train again from the start",
  );
}
