/** The parts of tfjs' WebGL backend that need guarding; tfjs does not export them. */
export interface GuardedWebGl {
  readonly gpgpu: { readonly gl: WebGL2RenderingContext };
  runWebGLProgram(...call: unknown[]): unknown;
  read(dataId: object): Promise<unknown>;
  readSync(dataId: object): unknown;
}

/**
 * Makes tfjs' WebGL backend throw after the browser has taken its context away, which happens when the driver restarts
 * or a page has too many contexts: all textures are then empty, and tfjs would continue with zeros. Changes `backend`.
 */
export function guardWebGl(backend: GuardedWebGl): void {
  const stock = {
    run: backend.runWebGLProgram.bind(backend),
    read: backend.read.bind(backend),
    readSync: backend.readSync.bind(backend),
  };
  const requireContext = (): void => {
    if (!backend.gpgpu.gl.isContextLost()) return;
    throw new Error(
      "Cannot compute on webgl: the browser took the GPU away, and the tensors on it are lost. " +
        'Remedy: restart the kernel, or openBackend("wasm")',
    );
  };
  backend.runWebGLProgram = (...call) => {
    requireContext();
    return stock.run(...call);
  };
  backend.read = async (dataId) => {
    requireContext();
    const values = await stock.read(dataId);
    requireContext(); // lost while the numbers were on their way
    return values;
  };
  backend.readSync = (dataId) => {
    requireContext();
    const values = stock.readSync(dataId);
    requireContext();
    return values;
  };
}
