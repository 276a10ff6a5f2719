import type { Message } from "../protocol.ts";

/** A message from the page itself, in answer to `parent`. */
export function newMessage(msg_type: string, content: object, parent: Message): Message {
  const header = {
    msg_id: newId(),
    msg_type,
    session: parent.header.session,
    username: "",
    date: new Date().toISOString(),
    version: "5.3",
  };
  return { header, parent_header: parent.header, metadata: {}, content };
}

/** crypto.randomUUID would do, but pages have it only over https and on loopback. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
}
