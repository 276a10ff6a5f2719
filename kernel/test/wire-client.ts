import { createHmac, randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { freePorts } from "./free-ports.ts";
import { KernelProcess } from "./kernel-process.ts";

const require = createRequire(createRequire(import.meta.url).resolve("tslab/dist/main.js"));
const zeromq = require("zeromq") as typeof import("zeromq");

/** The channels of a kernel. */
export const CHANNELS = ["shell", "control", "stdin", "iopub", "hb"] as const;
export type Channel = (typeof CHANNELS)[number];

/** A message that came from the kernel. */
export interface Received {
  readonly type: string;
  /** Id of the request that it belongs to. */
  readonly parent: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** What came of a cell. */
export interface Ran {
  readonly reply: Received["content"];
  readonly messages: readonly Received[];
}

const DELIMITER = "<IDS|MSG>";

/** A kernel, and its sockets as any program on the machine can reach them: nothing checks what is sent. */
export class WireClient {
  readonly key: string = randomUUID();
  /** Everything that the kernel published. */
  readonly published: Received[] = [];
  /** Everything that came on shell and control. */
  readonly replies: Received[] = [];
  #ports = new Map<Channel, number>();
  #kernel: KernelProcess | undefined;
  readonly #sockets: { close(): void }[] = [];
  readonly #dealers = new Map<Channel, InstanceType<typeof zeromq.Dealer>>();

  /** Starts a kernel at free ports, or at those that are given, and resolves when it answers. */
  async start(
    given: Partial<Record<Channel, number>> = {},
    env: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const ports = await freePorts(CHANNELS.length);
    this.#ports = new Map(CHANNELS.map((channel, i) => [channel, given[channel] ?? (ports[i] as number)]));
    const named = Object.fromEntries(CHANNELS.map((channel) => [`${channel}_port`, this.port(channel)]));
    const connection = { ...named, transport: "tcp", ip: "127.0.0.1", key: this.key };
    this.#kernel = new KernelProcess({ ...connection, signature_scheme: "hmac-sha256" }, env);
    const iopub = new zeromq.Subscriber();
    iopub.connect(this.#address("iopub"));
    iopub.subscribe("");
    this.#sockets.push(iopub);
    this.#collect(iopub, this.published).catch(ignore);
    for (const channel of ["shell", "control", "stdin"] as const) {
      const dealer = new zeromq.Dealer({ sendHighWaterMark: 0, sendTimeout: 0 });
      dealer.connect(this.#address(channel));
      this.#dealers.set(channel, dealer);
      this.#sockets.push(dealer);
      this.#collect(dealer, this.replies).catch(ignore);
    }
    await this.ready();
  }

  /** Resolves when a kernel that was started answers and is heard. */
  async ready(): Promise<void> {
    const before = this.published.length;
    do await this.answers();
    while (this.published.length === before); // the subscription may take effect later than the connection
  }

  port(channel: Channel): number {
    return this.#ports.get(channel) as number;
  }

  /** The process that `start` started. */
  get process(): KernelProcess {
    if (!this.#kernel) throw new Error("Cannot use the kernel: start() comes first");
    return this.#kernel;
  }

  /** Sends frames as they are. */
  async send(
    channel: "shell" | "control" | "stdin",
    frames: readonly (string | Uint8Array)[],
  ): Promise<void> {
    await this.#dealers.get(channel)?.send([...frames]);
  }

  /** The frames of a request, signed with `key`. */
  frames(type: string, content: object, { key = this.key, id = randomUUID() as string } = {}): string[] {
    const header = { msg_id: id, msg_type: type, session: "s", username: "", date: "", version: "5.3" };
    const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
    return [DELIMITER, signature(key, parts), ...parts];
  }

  /** Asks for the kernel's information and waits for the answer; throws if none comes in `seconds`. */
  async answers(seconds = 60): Promise<void> {
    const id = randomUUID();
    await this.send("shell", this.frames("kernel_info_request", {}, { id }));
    await this.until(() => this.replies.some(({ parent }) => parent === id), seconds);
  }

  /** Runs a cell and waits for its reply and its end. */
  async run(code: string, { seconds = 60, ...options } = {}): Promise<Ran> {
    const id = randomUUID();
    const before = this.published.length;
    await this.send(
      "shell",
      this.frames("execute_request", { code, stop_on_error: false, ...options }, { id }),
    );
    const reply = (): Received | undefined => this.replies.find(({ parent }) => parent === id);
    const own = (): Received[] => this.published.slice(before).filter(({ parent }) => parent === id);
    const idle = (): boolean => own().at(-1)?.content.execution_state === "idle";
    await this.until(() => reply() !== undefined && idle(), seconds);
    return { reply: reply()?.content ?? {}, messages: own() };
  }

  /** Waits for a condition; throws if it does not come true, or the kernel ends. */
  async until(holds: () => boolean, seconds = 60): Promise<void> {
    const end = performance.now() + seconds * 1000;
    while (!holds()) {
      const { alive, log } = this.process;
      if (!alive) throw new Error(`the kernel has ended: ${log}`);
      if (performance.now() > end) throw new Error(`not true after ${seconds} s: ${holds}. ${log}`);
      await new Promise((done) => setTimeout(done, 10));
    }
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.close();
    await this.#kernel?.close();
  }

  #address(channel: Channel): string {
    return `tcp://127.0.0.1:${this.port(channel)}`;
  }

  async #collect(socket: AsyncIterable<Buffer[]>, into: Received[]): Promise<void> {
    for await (const frames of socket) {
      const start = frames.findIndex((frame) => String(frame) === DELIMITER) + 2;
      const [header, parent, , content] = frames.slice(start).map((frame) => JSON.parse(String(frame)));
      into.push({ type: header.msg_type, parent: parent.msg_id ?? "", content });
    }
  }
}

/** The signature of a message's parts. */
export function signature(key: string, parts: readonly string[]): string {
  const hash = createHmac("sha256", key);
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

/** For a socket that is closed while it waits. */
function ignore(): void {}
