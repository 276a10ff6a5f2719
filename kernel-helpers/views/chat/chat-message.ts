import type { FaqFound, FaqReply } from "../../src/apply/faq-reply.ts";
import { element } from "../stage/element.ts";
import type { ChatTexts } from "./chat-texts.ts";

/** What a message may lead to. */
export interface MessageActions {
  /** Asks the heading of a section. */
  readonly ask: (question: string) => void;
  /** Passes the question to a person; undefined where nobody takes it. */
  readonly pass: (() => Promise<void>) | undefined;
}

/** A line of the conversation: who says it, and what. */
export function message(
  kind: "asked" | "said",
  who: string,
  ...parts: readonly (Node | string)[]
): HTMLElement {
  return element("div", { class: kind }, element("strong", { class: "who" }, who), ...parts);
}

/** What the FAQ says: its best section, or that it does not know, with the sections that came nearest. */
export function replyMessage(reply: FaqReply, texts: ChatTexts, actions: MessageActions): HTMLElement {
  const [best, ...others] = reply.answers;
  const score = texts.score
    .replace("{score}", reply.score.toFixed(2))
    .replace("{threshold}", reply.threshold === null ? "∞" : reply.threshold.toFixed(2));
  const foot = element("p", { class: "score" }, score);
  const inLanguage = { lang: reply.language };
  if (reply.answered && best) {
    const more =
      others.length > 0 &&
      element("details", {}, element("summary", {}, texts.others), headings(others, reply, actions));
    return message(
      "said",
      texts.faq,
      element("p", { ...inLanguage, class: "heading" }, best.question),
      element("p", inLanguage, best.answer),
      ...(more ? [more] : []),
      foot,
    );
  }
  const near = best ? [element("p", {}, texts.nearest), headings(reply.answers, reply, actions)] : [];
  return message(
    "said",
    texts.faq,
    element("p", {}, texts.unknown),
    ...near,
    ...passButton(texts, actions),
    foot,
  );
}

function headings(found: readonly FaqFound[], { language }: FaqReply, { ask }: MessageActions): HTMLElement {
  const items = found.map(({ question }) => {
    const button = element("button", { type: "button", lang: language, class: "link" }, question);
    button.addEventListener("click", () => ask(question));
    return element("li", {}, button);
  });
  return element("ul", {}, ...items);
}

function passButton(texts: ChatTexts, { pass }: MessageActions): HTMLElement[] {
  if (!pass) return [];
  const button = element("button", { type: "button" }, texts.pass);
  const told = element("span", { role: "status" });
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      await pass();
      told.textContent = ` ${texts.passed}`;
    } catch (error) {
      button.disabled = false;
      told.textContent = ` ${texts.failed} ${(error as Error).message}`;
    }
  });
  return [element("p", {}, button, told)];
}
