// The chat of the site: the sections lie in the page, which answers by itself; no question leaves it.
import { type FaqReply, faqAnswerer, readFaq } from "../../../kernel-helpers/src/apply/index.ts";
import { mountChat } from "../../../kernel-helpers/views/chat/mount-chat.ts";
import type { ChatFaq } from "./chat-faq.ts";

const host = document.querySelector<HTMLElement>("[data-chat]");
const { chatFaq } = globalThis as unknown as { readonly chatFaq?: ChatFaq };
if (host && chatFaq) {
  const answerer = faqAnswerer(readFaq(chatFaq.sections), { threshold: chatFaq.threshold });
  const ask = async (question: string): Promise<FaqReply> => answerer.reply(question);
  mountChat(host, { ask, suggestions: answerer.suggestions() }, navigator.language);
}
