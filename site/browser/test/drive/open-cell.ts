import type { FromWorker } from "../../../../kernel/browser/protocol.ts";
import type { CellResult, Content, Message, Step } from "../../../../kernel/test/session.ts";

/** What a driver can do for a cell that runs. */
interface Help {
  interrupt(): void;
  answer(value: string): void;
}

/** A pending request and its results so far. */
export class OpenCell {
  readonly step: Step;
  readonly #help: Help;
  readonly #inputs: string[];
  readonly #messages: Message[] = [];
  readonly #began = performance.now();
  #reply: Content | null = null;
  #replyType: string | null = null;
  #idle = false;
  #seconds: number | null = null;
  #interrupted: number | null = null;
  #secondsAfterInterrupt: number | null = null;

  constructor(step: Step, help: Help) {
    this.step = step;
    this.#help = help;
    this.#inputs = [...(step.inputs ?? [])];
  }

  /** Takes a message about the cell; `state` is the kernel's last one. */
  receive({ channel, message }: Extract<FromWorker, { type: "message" }>, state: string | null): void {
    const { content } = message;
    const type = message.header.msg_type;
    if (channel === "shell" || channel === "control") this.#hearReply(type, content);
    else this.#hear(type, content, state);
  }

  #hear(type: string, content: Content, state: string | null): void {
    if (type === "status") this.#idle = state === "idle";
    else this.#messages.push({ type, content, state });
    if (type === "input_request") this.#help.answer(this.#inputs.shift() ?? "");
    const { interruptOn } = this.step;
    if (interruptOn && this.#interrupted === null && this.#printed.includes(interruptOn)) {
      this.#interrupted = performance.now();
      this.#help.interrupt();
    }
  }

  #hearReply(type: string, content: Content): void {
    const now = performance.now();
    [this.#reply, this.#replyType] = [content, type];
    this.#seconds = (now - this.#began) / 1000;
    if (this.#interrupted !== null) this.#secondsAfterInterrupt = (now - this.#interrupted) / 1000;
  }

  get #printed(): string {
    const printed = this.#messages.filter(({ type }) => type === "stream");
    return printed.map(({ content }) => content.text).join("");
  }

  /** Whether its reply came, or no reply is expected. */
  get replied(): boolean {
    const { request } = this.step;
    return this.#reply !== null || (request !== undefined && this.#idle);
  }

  /** Whether everything expected has come. */
  get complete(): boolean {
    return this.replied && this.#idle && this.#printed.includes(this.step.until ?? "");
  }

  result(): CellResult {
    return {
      reply: this.#reply,
      replyType: this.#replyType,
      messages: this.#messages,
      idle: this.#idle,
      secondsAfterInterrupt: this.#secondsAfterInterrupt,
      beat: null, // a worker has no heart
      seconds: this.#seconds,
    };
  }
}
