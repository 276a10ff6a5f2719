/** A buffer of WebGPU: its bytes, and what it may be used for. */
interface GpuBuffer {
  readonly size: number;
  readonly usage: number;
  destroy(): void;
}

/** The parts of tfjs' store of GPU buffers that we bound; tfjs does not export them. */
export interface BufferStore {
  numFreeBuffers: number;
  numBytesAllocated: number;
  readonly numBytesUsed: number;
  /** Buffers that no tensor uses, and those that one uses, by size and usage. */
  readonly freeBuffers: Map<string, GpuBuffer[]>;
  readonly usedBuffers: ReadonlyMap<string, readonly GpuBuffer[]>;
  acquireBuffer(size: number, usage: number, ...rest: unknown[]): GpuBuffer;
  releaseBuffer(buffer: GpuBuffer, reuse?: boolean): void;
}

const LEAST = 64 * 2 ** 20;

/**
 * Bounds the GPU memory that tfjs keeps. tfjs keeps each buffer that a tensor no longer uses, for the next tensor of
 * exactly the same size, and never frees one. But the last batch before each report has its own size, and an
 * optimiser's rows have another in every batch, so a training would fill the GPU. Here the buffers that have been
 * unused the longest are destroyed while the free ones hold more bytes than were ever in use at once (and more than
 * `least`).
 *
 * The buffers of one step are all in use until they are submitted, so a training with equal batches never has to create
 * one again. Changes `store`.
 */
export function boundFreeBuffers(store: BufferStore, least: number = LEAST): void {
  const stock = {
    acquire: store.acquireBuffer.bind(store),
    release: store.releaseBuffer.bind(store),
  };
  let limit = least;

  store.acquireBuffer = (size, usage, ...rest) => {
    const buffer = stock.acquire(size, usage, ...rest);
    limit = Math.max(limit, store.numBytesUsed);
    makeYoungest(store, keyOf(buffer));
    return buffer;
  };
  store.releaseBuffer = (buffer, reuse) => {
    stock.release(buffer, reuse);
    makeYoungest(store, keyOf(buffer));
    while (store.numBytesAllocated - store.numBytesUsed > limit) if (!destroyOldest(store)) return;
  };
}

/** tfjs' name for buffers that can replace each other. */
function keyOf({ size, usage }: GpuBuffer): string {
  return `${size}_${usage}`;
}

/** A map keeps its keys in insertion order: the oldest comes first. */
function makeYoungest({ freeBuffers }: BufferStore, key: string): void {
  const buffers = freeBuffers.get(key);
  if (!buffers) return; // a buffer that is never used again has no list
  freeBuffers.delete(key);
  freeBuffers.set(key, buffers);
}

/** Destroys one buffer of the size that has been unused the longest; false when none is free. */
function destroyOldest(store: BufferStore): boolean {
  for (const [key, buffers] of store.freeBuffers) {
    const buffer = buffers.pop();
    // tfjs needs the list, even empty, while a buffer of that size is in use.
    if (buffers.length === 0 && !store.usedBuffers.get(key)?.length) store.freeBuffers.delete(key);
    if (!buffer) continue;
    buffer.destroy();
    store.numFreeBuffers--;
    store.numBytesAllocated -= buffer.size;
    return true;
  }
  return false;
}
