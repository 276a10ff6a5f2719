/** The parts of tfjs' WebGPU backend that need guarding; tfjs does not export them. */
export interface GuardedBackend {
  readonly device: {
    readonly lost: Promise<{ readonly reason: string; readonly message: string }>;
    addEventListener(type: "uncapturederror", listener: (event: { error: Error }) => void): void;
    destroy(): void;
  };
  readonly bufferManager: { acquireBuffer(size: number, ...rest: unknown[]): unknown };
  readonly tensorMap: { get(dataId: object): { readonly values?: unknown; readonly dtype: string } };
  runWebGPUProgram(...call: unknown[]): unknown;
  read(dataId: object): Promise<unknown>;
  readSync(dataId: object): unknown;
}

const again =
  'close() this backend and openBackend("webgpu") again, or openBackend("wasm"); for w2v: W2V_BACKEND=wasm';

/**
 * Makes tfjs' WebGPU backend throw where it would continue with wrong numbers or stop silently:
 * - RangeError for a tensor of more than `largest` bytes, before it is allocated: WebGPU would compute with zeros.
 * - Error for a synchronous read: it blocks, which a worker and Node have no way to do; only a page could.
 * - After an error that WebGPU only reports by an event, and after the loss of the device, every operation and every
 *   read throws that error, with the remedy.
 *
 * Changes `backend`. Returns a function that closes the device without this being treated as a loss.
 */
export function guardWebGpu(backend: GuardedBackend, largest: number): () => void {
  const { device, bufferManager } = backend;
  const stock = {
    acquire: bufferManager.acquireBuffer.bind(bufferManager),
    run: backend.runWebGPUProgram.bind(backend),
    read: backend.read.bind(backend),
    readSync: backend.readSync.bind(backend),
  };
  let failure: Error | undefined;
  let closed = false;
  const fail = (why: string): void => {
    failure ??= new Error(`Cannot compute on webgpu: ${why}. Remedy: ${again}`);
  };
  const requireDevice = (): void => {
    if (failure) throw new Error(failure.message, { cause: failure });
  };

  device.addEventListener("uncapturederror", ({ error }) => {
    fail(`the GPU reported an error, and numbers since may be wrong: ${error.message.trim()}`);
  });
  void device.lost.then(({ reason, message }) => {
    if (!closed) fail(`the GPU was lost, with all tensors on it: ${message || reason}`);
  });
  bufferManager.acquireBuffer = (size, ...rest) => {
    if (!(size <= largest)) throw tooLarge(size, largest);
    return stock.acquire(size, ...rest);
  };
  backend.runWebGPUProgram = (...call) => {
    requireDevice();
    return stock.run(...call);
  };
  backend.read = async (dataId) => {
    requireDevice();
    const values = await stock.read(dataId).catch((error: unknown) => {
      requireDevice(); // the loss of a device rejects with an empty message
      throw error;
    });
    requireDevice(); // errors of earlier work arrive before the numbers
    return values;
  };
  backend.readSync = (dataId) => {
    const { values, dtype } = backend.tensorMap.get(dataId);
    if (values === undefined || values === null) if (dtype !== "string") throw readAtOnce();
    return stock.readSync(dataId);
  };
  return () => {
    closed = true;
    device.destroy();
  };
}

function tooLarge(size: number, largest: number): RangeError {
  return new RangeError(
    `Cannot allocate a tensor on webgpu: it needs ${size} bytes, and the adapter's buffers hold ${largest} at most. ` +
      'Remedy: use a smaller batchSize, vectorSize or vocabulary (minCount), or openBackend("wasm"); for w2v: W2V_BACKEND=wasm',
  );
}

function readAtOnce(): Error {
  return new Error(
    "Cannot read a tensor synchronously on webgpu, as dataSync(), arraySync() and print() do: its numbers are on the GPU. " +
      "Remedy: use await tensor.data() or await tensor.array()",
  );
}
