import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { softwareVulkan } from "../../test/software-vulkan.ts";
import type { Backend } from "./contract.ts";
import { openBackend } from "./open-backend.ts";
import { type BufferStore, boundFreeBuffers } from "./webgpu-buffers.ts";

interface Buffer {
  readonly size: number;
  readonly usage: number;
  destroyed: boolean;
  destroy(): void;
}

/** A device whose buffers record whether they were destroyed. */
function deviceOf(made: Buffer[]): object {
  return {
    createBuffer({ size, usage }: Pick<Buffer, "size" | "usage">): Buffer {
      const buffer: Buffer = { size, usage, destroyed: false, destroy: () => (buffer.destroyed = true) };
      made.push(buffer);
      return buffer;
    },
  };
}

describe.skipIf(!softwareVulkan)("boundFreeBuffers()", () => {
  let backend: Backend;
  let store: BufferStore;
  beforeAll(async () => {
    backend = await openBackend("webgpu");
    store = (backend.tf.backend() as unknown as { readonly bufferManager: BufferStore }).bufferManager;
  });
  afterAll(() => backend.close());

  /** tfjs' own store, on the given device. */
  function storeOn(device: object): BufferStore {
    return new (store.constructor as new (device: object) => BufferStore)(device);
  }

  test("never returns a destroyed buffer, counts correctly, and keeps no more than was in use or the minimum", () => {
    const order = fc.record({
      size: fc.integer({ min: 1, max: 9 }),
      keep: fc.boolean(),
      reuse: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(order, { maxLength: 80 }), fc.integer({ min: 0, max: 20 }), (orders, least) => {
        const made: Buffer[] = [];
        const bounded = storeOn(deviceOf(made));
        boundFreeBuffers(bounded, least);
        const used = [bounded.acquireBuffer(1, 64) as Buffer]; // uniforms: tfjs releases nothing before the first one
        let peak = least;
        for (const { size, keep, reuse } of orders) {
          const buffer = bounded.acquireBuffer(size, 128, false, reuse) as Buffer;
          expect(buffer.destroyed).toBe(false);
          expect(used).not.toContain(buffer);
          used.push(buffer);
          const bytes = (of: readonly Buffer[]): number => of.reduce((sum, one) => sum + one.size, 0);
          peak = Math.max(peak, bytes(used));
          if (!reuse) bounded.releaseBuffer(used.pop() as Buffer, false);
          else if (!keep) bounded.releaseBuffer(used.pop() as Buffer);
          const alive = made.filter(({ destroyed }) => !destroyed);
          expect(used.some(({ destroyed }) => destroyed)).toBe(false);
          expect([bounded.numBytesUsed, bounded.numBytesAllocated]).toEqual([bytes(used), bytes(alive)]);
          expect(bounded.numFreeBuffers).toBe(alive.length - used.length);
          expect(bytes(alive) - bytes(used)).toBeLessThanOrEqual(peak);
        }
      }),
    );
  });

  test("destroys the buffers that were unused the longest, and creates no new ones for equal steps", () => {
    const made: Buffer[] = [];
    const bounded = storeOn(deviceOf(made));
    boundFreeBuffers(bounded, 0);
    const step = (sizes: readonly number[]): void => {
      for (const buffer of sizes.map((size) => bounded.acquireBuffer(size, 128)))
        bounded.releaseBuffer(buffer);
    };
    step([5, 6, 7]);
    for (let again = 0; again < 3; again++) step([5, 6, 7]);
    expect(made).toHaveLength(3);
    step([8]); // an odd one
    expect(made.map(({ destroyed }) => destroyed)).toEqual([true, true, false, false]);
  });

  test("treats a size that was requested again as more recent than one that was released later", () => {
    const made: Buffer[] = [];
    const bounded = storeOn(deviceOf(made));
    boundFreeBuffers(bounded, 0);
    const held = [5, 5, 6].map((size) => bounded.acquireBuffer(size, 128));
    for (const buffer of held) bounded.releaseBuffer(buffer);
    bounded.acquireBuffer(5, 128); // the other buffer of 5 stays free
    bounded.releaseBuffer(bounded.acquireBuffer(7, 128));
    expect(made.filter(({ destroyed }) => destroyed).map(({ size }) => size)).toEqual([6]);
  });

  test("keeps GPU memory below its limit with tensors of 200 sizes, and their numbers correct", async () => {
    const { tf } = backend;
    const sums: number[] = [];
    for (let at = 0; at < 200; at++) {
      const count = 2 ** 18 + at;
      const sum = tf.tidy(() => tf.sum(tf.slice(tf.ones([count]), count - 3, 3)));
      if (at % 20 === 0) sums.push((await sum.data())[0] as number);
      sum.dispose();
    }
    expect(sums).toEqual(Array.from({ length: 10 }, () => 3));
    expect(store.numBytesAllocated).toBeLessThan(100 * 2 ** 20); // without the limit: 200 MB
  });
});
