type Listener = (...values: unknown[]) => void;
type Write = (text: string | Uint8Array, encoding?: unknown, done?: unknown) => boolean;

const listeners = new Map<string, Listener[]>();

/** Output before a cell starts is dropped. */
const nowhere: Write = () => true;

/** The parts of Node's `process` that the kernel uses. Cells do not see it. */
export const process = {
  version: "v20.19.0", // tslab chooses its JavaScript target by this
  versions: {},
  platform: "browser",
  browser: true,
  env: {},
  argv: [],
  stdout: { write: nowhere },
  stderr: { write: nowhere },
  cwd: (): string => "/course",
  on(event: string, listener: Listener): void {
    listeners.set(event, [...(listeners.get(event) ?? []), listener]);
  },
  removeAllListeners(event: string): void {
    listeners.delete(event);
  },
  emit(event: string, ...values: unknown[]): void {
    for (const listener of listeners.get(event) ?? []) listener(...values);
  },
};
