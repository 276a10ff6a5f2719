import { host } from "#host";
import type { ScratchFile } from "../host/index.ts";

/** A long row of int32 numbers: its first part in memory, what is more in a scratch file where the host has one. */
export interface IdStore {
  /** Adds the first `count` of `ids` at the end. */
  append(ids: Int32Array, count: number): void;
  /** Numbers in the store. */
  length(): number;
  /** Copies numbers from position `from` on into `into`, and returns how many: fewer than it holds only at the end. Throws Error after `close`. */
  read(from: number, into: Int32Array): number;
  /** Writes the first `count` of `ids` over what stands at position `at`, all of which must be there. */
  overwrite(at: number, ids: Int32Array, count: number): void;
  /** Leaves out all numbers from position `length` on. */
  truncate(length: number): void;
  /** Frees the memory and removes the file. */
  close(): void;
}

/** Options of `idStore`. */
export interface IdStoreOptions {
  /** Numbers that stay in memory, rounded up to a whole block. */
  readonly memory: number;
  /** Numbers of a block: the store grows by blocks, and the file is written a block at a time. Default: 65,536. */
  readonly block?: number;
}

/** An empty store. */
export function idStore({ memory, block = 1 << 16 }: IdStoreOptions): IdStore {
  const blocks: Int32Array[] = [];
  let file: ScratchFile | undefined;
  let hasFile = true; // until the host says that it has none
  let last = new Int32Array(block); // the block that is being filled
  let [full, filled] = [0, 0]; // numbers in full blocks, and in the last one
  let end = Number.POSITIVE_INFINITY; // where the store was cut
  let closed = false;

  function keepLast(): void {
    full += block;
    filled = 0;
    if (blocks.length * block >= memory && hasFile) {
      file ??= host.scratch();
      hasFile = file !== undefined;
      file?.append(bytesOf(last, 0, block));
      if (file) return;
    }
    blocks.push(last);
    last = new Int32Array(block);
  }

  /** Calls `use` for each stretch of `count` numbers from `from` on that lies in one place. */
  function stretches(from: number, count: number, use: (stretch: Stretch) => void): void {
    const inMemory = blocks.length * block;
    for (let done = 0; done < count; ) {
      const at = from + done;
      const place = at >= full ? last : blocks[Math.floor(at / block)];
      const start = place === undefined ? at - inMemory : at >= full ? at - full : at % block;
      const room = place === undefined ? full - at : block - start;
      const size = Math.min(room, count - done);
      use({ place, start, done, size });
      done += size;
    }
  }

  const length = (): number => Math.min(end, full + filled);
  return {
    append(ids, count) {
      for (let done = 0; done < count; ) {
        const size = Math.min(count - done, block - filled);
        if (size < 64) for (let i = 0; i < size; i++) last[filled + i] = ids[done + i] as number;
        else last.set(ids.subarray(done, done + size), filled);
        filled += size;
        done += size;
        if (filled === block) keepLast();
      }
    },
    length,
    read(from, into) {
      if (closed) throw wasClosed();
      const count = Math.max(0, Math.min(into.length, length() - from));
      stretches(from, count, ({ place, start, done, size }) => {
        if (place) into.set(place.subarray(start, start + size), done);
        else file?.read(4 * start, bytesOf(into, done, size));
      });
      return count;
    },
    overwrite(at, ids, count) {
      stretches(at, count, ({ place, start, done, size }) => {
        if (place) place.set(ids.subarray(done, done + size), start);
        else file?.write(4 * start, bytesOf(ids, done, size));
      });
    },
    truncate(length) {
      end = length;
      if (length <= full) last = new Int32Array(0);
      blocks.splice(Math.ceil(length / block)); // if any go, nothing of the file is left to be read
    },
    close() {
      closed = true;
      blocks.length = 0;
      [last, full, filled] = [new Int32Array(0), 0, 0];
      file?.close();
      file = undefined;
    },
  };
}

/** A part of the store: in a block of memory, or in the file if there is no `place`. */
interface Stretch {
  readonly place: Int32Array | undefined;
  /** Where it starts there, in numbers. */
  readonly start: number;
  /** Numbers before it in this call. */
  readonly done: number;
  readonly size: number;
}

function wasClosed(): Error {
  return new Error(
    "Cannot read the corpus: it was closed. Remedy: call close() after its last use, or encode it again",
  );
}

function bytesOf(ids: Int32Array, start: number, count: number): Uint8Array {
  return new Uint8Array(ids.buffer, ids.byteOffset + 4 * start, 4 * count);
}
