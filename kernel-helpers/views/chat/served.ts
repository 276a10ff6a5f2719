// The chat of w2v serve-faq: questions go to the server that the page came from.
import type { FaqReply } from "../../src/apply/faq-reply.ts";
import type { Suggestions } from "./chat-suggestions.ts";
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

/** What the server says at an address; undefined if it does not answer. */
async function told<Answer>(address: string): Promise<Answer | undefined> {
  const response = await fetch(address).catch(() => undefined);
  return response?.ok ? ((await response.json().catch(() => undefined)) as Answer | undefined) : undefined;
}

const host = document.querySelector<HTMLElement>("[data-chat]");
if (host) {
  const health = told<{ readonly keepsQuestions: boolean }>("health");
  const offered = told<Suggestions>("suggestions");
  void Promise.all([health, offered]).then(([state, suggestions = {}]) => {
    const keep = async (question: string): Promise<void> => void (await post("questions", question));
    const ask = (question: string): Promise<FaqReply> => post("answer", question);
    mountChat(host, { ask, keep: state?.keepsQuestions ? keep : undefined, suggestions }, navigator.language);
  });
}
