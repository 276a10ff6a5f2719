// The chat of w2v serve-faq: questions go to the server that the page came from.
import type { FaqReply } from "../../src/apply/faq-reply.ts";
import { mountChat } from "./mount-chat.ts";

async function post<Answer>(address: string, question: string): Promise<Answer> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ question }),
  });
  const body = (await response.json()) as Answer & { readonly error?: string };
  if (!response.ok) throw new Error(body.error ?? `HTTP ${response.status}`);
  return body;
}

/** Whether the server keeps questions; one that does not answer keeps none. */
async function keepsQuestions(): Promise<boolean> {
  const response = await fetch("health").catch(() => undefined);
  const health = (await response?.json().catch(() => undefined)) as { keepsQuestions?: boolean } | undefined;
  return health?.keepsQuestions === true;
}

const host = document.querySelector<HTMLElement>("[data-chat]");
if (host) {
  void keepsQuestions().then((keeps) => {
    const keep = async (question: string): Promise<void> => void (await post("questions", question));
    const ask = (question: string): Promise<FaqReply> => post("answer", question);
    mountChat(host, { ask, keep: keeps ? keep : undefined }, navigator.language);
  });
}
