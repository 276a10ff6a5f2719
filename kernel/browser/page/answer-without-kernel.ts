import type { Channel, Message } from "../protocol.ts";
import { newMessage } from "./new-message.ts";

/** A message and the socket it goes by. */
export interface Answer {
  readonly channel: Channel;
  readonly message: Message;
}

/**
 * What a page answers to `request` when no kernel could start: cells get an error that says why, so that none waits for
 * ever.
 */
export function answerWithoutKernel(request: Message, reason: string): Answer[] {
  const tell = (channel: Channel, type: string, content: object): Answer => ({
    channel,
    message: newMessage(type, content, request),
  });
  const { msg_type } = request.header;
  const error = { ename: "KernelNotStarted", evalue: reason, traceback: [reason] };
  const isCell = msg_type === "execute_request";
  const reply =
    msg_type === "kernel_info_request"
      ? kernelInfo(reason)
      : { status: "error", ...error, ...(isCell ? { execution_count: null } : {}) };
  return [
    tell("iopub", "status", { execution_state: "busy" }),
    ...(isCell ? [tell("iopub", "error", error)] : []),
    tell("shell", msg_type.replace(/_request$/, "_reply"), reply),
    tell("iopub", "status", { execution_state: "idle" }),
  ];
}

/** Without this reply the front end holds cells back. */
function kernelInfo(banner: string): object {
  return {
    status: "ok",
    protocol_version: "5.3",
    implementation: "word2vec-lab",
    implementation_version: "",
    language_info: { name: "typescript", version: "", mimetype: "text/typescript", file_extension: ".ts" },
    banner,
    help_links: [],
  };
}
