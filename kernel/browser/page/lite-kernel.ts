import type { Channel, Message } from "../protocol.ts";
import type { Signal } from "./front-end.ts";

/** A message with the socket that it came from or goes to. */
export type SocketMessage = Message & { readonly channel: Channel; readonly buffers: readonly [] };

/** What JupyterLite expects of a kernel. */
export interface LiteKernel {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  /** Messages wait for this. */
  readonly ready: Promise<void>;
  readonly disposed: Signal<undefined>;
  readonly isDisposed: boolean;
  handleMessage(message: SocketMessage): Promise<void>;
  dispose(): void;
}

/** What JupyterLite passes to a new kernel. */
export interface LiteKernelOptions {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly sendMessage: (message: SocketMessage) => void;
}

/** JupyterLite's list of kernels. */
export interface KernelSpecs {
  register(kernel: {
    readonly spec: object;
    readonly create: (options: LiteKernelOptions) => Promise<LiteKernel>;
  }): void;
}

/** JupyterLite's replacement for a server's kernels. */
export interface KernelClient {
  interrupt(id: string): Promise<void>;
  getModel(id: string): Promise<unknown>;
}
