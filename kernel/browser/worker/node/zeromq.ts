import { Buffer } from "buffer";
import type { Channel, FromWorker, Message } from "../../protocol.ts";

/** Separates a message's receivers from its parts: signature, header, parent, metadata, content. */
const DELIMITER = "<IDS|MSG>";

const sockets = new Map<string, Socket>();

/** The sockets of tslab's server: messages that they receive come from the page, and those they send go to it. */
class Socket implements AsyncIterable<Uint8Array[]> {
  #channel = "";
  readonly #arrived: Uint8Array[][] = [];
  #wake = (): void => {};

  async bind(address: string): Promise<void> {
    this.#channel = address.slice(address.lastIndexOf(":") + 1);
    sockets.set(this.#channel, this);
  }

  async send(frames: readonly (string | Uint8Array)[]): Promise<void> {
    const texts = frames.map(String);
    const parts = texts.slice(texts.indexOf(DELIMITER) + 2).map((text) => JSON.parse(text));
    const [header, parent_header, metadata, content] = parts as [Message["header"], object, object, object];
    const message = { header, parent_header, metadata, content };
    const sent: FromWorker = { type: "message", channel: this.#channel as Channel, message };
    self.postMessage(sent);
  }

  receive(frames: Uint8Array[]): void {
    this.#arrived.push(frames);
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array[]> {
    for (;;) {
      const frames = this.#arrived.shift();
      if (frames) yield frames;
      else await new Promise<void>((wake) => (this.#wake = wake));
    }
  }

  close(): void {}
}

/** Passes a message from the page to the kernel's server. */
export function deliver(channel: Channel, { header, parent_header, metadata, content }: Message): void {
  const parts = [header, parent_header, metadata, content].map((part) => JSON.stringify(part));
  sockets.get(channel)?.receive([DELIMITER, "", ...parts].map((text) => Buffer.from(text)));
}

export { Socket as Publisher, Socket as Reply, Socket as Router };
