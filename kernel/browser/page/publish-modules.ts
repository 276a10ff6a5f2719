import type { ShareScope } from "./share-scope.ts";

/** Makes the default export of a module, from what the front end shares. */
type MakeModule = (scope: ShareScope) => Promise<unknown>;

/**
 * Publishes the modules of a prebuilt extension of JupyterLab. A bundler with module federation would write this
 * container; ours is short enough to write. JupyterLab calls init() with what it shares, then get() for each module that
 * package.json names.
 */
export function publishModules(name: string, modules: Readonly<Record<string, MakeModule>>): void {
  let scope: ShareScope = {};
  const page = globalThis as { _JUPYTERLAB?: Record<string, unknown> };
  page._JUPYTERLAB ??= {};
  page._JUPYTERLAB[name] = {
    init(shared: ShareScope): void {
      scope = shared;
    },
    async get(module: string): Promise<() => unknown> {
      const exported = await modules[module]?.(scope);
      return () => ({ __esModule: true, default: exported });
    },
  };
}
