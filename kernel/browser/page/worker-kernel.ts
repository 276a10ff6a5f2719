import type { Channel, FromWorker, Message, ToWorker } from "../protocol.ts";
import { answerWithoutKernel } from "./answer-without-kernel.ts";
import type { Signal } from "./front-end.ts";
import type { LiteKernel, LiteKernelOptions, SocketMessage } from "./lite-kernel.ts";
import { pageSettings } from "./page-settings.ts";
import { countPress, createPresses } from "./presses.ts";

/** What a kernel in the page needs in addition to JupyterLite's options. */
export interface WorkerKernelOptions extends LiteKernelOptions {
  /** URL of the folder with worker.js and the files it loads. */
  readonly base: string;
  readonly makeSignal: (sender: LiteKernel) => Signal<undefined>;
  /** Receives every message that goes to all front ends. */
  readonly hear: (message: Message) => void;
  /** Called with the reason when the worker did not start. */
  readonly tellFailure: (reason: string) => void;
}

/**
 * The kernel as the page sees it: its own worker, which gets Jupyter's messages unchanged and at once. The worker does
 * everything else, like the kernel in Node: it queues, counts, aborts and reports when it is busy. So no cell ever
 * waits in JupyterLite's own queue, which would drop the cells after any error, even in a cell with `raises-exception`.
 */
export class WorkerKernel implements LiteKernel {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly ready: Promise<void>;
  readonly disposed: Signal<undefined>;
  /** The id of the message being processed. */
  running: string | undefined;
  isDisposed = false;
  readonly #options: WorkerKernelOptions;
  readonly #worker: Worker;
  readonly #presses = createPresses();
  /** Why there is no kernel. */
  #failure: string | undefined;
  /** The session of the last request: messages that belong to no request go there. */
  #session = "";

  constructor(options: WorkerKernelOptions) {
    ({ id: this.id, name: this.name, location: this.location } = options);
    this.#options = options;
    this.disposed = options.makeSignal(this);
    this.#worker = new Worker(`${options.base}worker.js`);
    this.ready = this.#begin();
    const settings = pageSettings(location.search);
    this.#post({ type: "start", base: options.base, presses: this.#presses, settings });
  }

  /** Resolves when the worker answers, or when it is known why it will not. */
  #begin(): Promise<void> {
    return new Promise((resolve) => {
      this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if (data.type === "message") this.#pass(data.channel, data.message);
        else if (data.type === "failed") this.#fail(data.reason);
        else this.#worker.onerror = null; // later errors of cells are reported by the kernel
        if (data.type !== "message") resolve();
      };
      this.#worker.onerror = ({ message }) => {
        this.#fail(message || "the server gave no worker.js");
        resolve();
      };
    });
  }

  async handleMessage({ channel, header, parent_header, metadata, content }: SocketMessage): Promise<void> {
    const message: Message = { header, parent_header, metadata, content };
    this.#session = header.session;
    if (this.#failure === undefined && channel !== "iopub") this.#post({ type: "message", channel, message });
    else if (this.#failure !== undefined) {
      for (const answer of answerWithoutKernel(message, this.#failure))
        this.#pass(answer.channel, answer.message);
    }
  }

  /** Asks the running cell to stop. A loop that never awaits notices it only where the page is isolated. */
  interrupt(): void {
    countPress(this.#presses);
    this.#post({ type: "interrupt" });
  }

  dispose(): void {
    if (this.isDisposed) return;
    this.isDisposed = true;
    this.running = undefined;
    this.#worker.terminate();
    this.disposed.emit(undefined);
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #fail(reason: string): void {
    if (this.#failure !== undefined || this.isDisposed) return;
    this.#failure = `Cannot start the kernel: ${reason}. Remedy: reload the page, or Kernel > Restart`;
    this.#options.tellFailure(this.#failure);
  }

  /**
   * JupyterLite finds the front end by the session in the header, which in the kernel's messages is the kernel's own.
   */
  #pass(channel: Channel, message: Message): void {
    if (this.isDisposed) return;
    const { session = this.#session, msg_id } = message.parent_header as Partial<Message["header"]>;
    if (message.header.msg_type === "status") {
      const { execution_state } = message.content as { readonly execution_state?: string };
      if (execution_state === "busy") this.running ??= msg_id;
      else if (this.running === msg_id) this.running = undefined; // requests for help in the meantime end earlier
    }
    if (channel === "iopub") this.#options.hear(message);
    this.#options.sendMessage({
      ...message,
      header: { ...message.header, session },
      channel,
      buffers: [],
    });
  }
}
