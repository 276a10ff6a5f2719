import type { FaqReply } from "../../src/apply/faq-reply.ts";
import { element } from "../stage/element.ts";
import { message, replyMessage } from "./chat-message.ts";
import { fillSuggestions, type Suggestions } from "./chat-suggestions.ts";
import { type ChatTexts, chatTexts } from "./chat-texts.ts";

/** Who answers: a server, or the page itself. */
export interface ChatService {
  /** Answers a question. Rejects with a message for people. */
  ask(question: string): Promise<FaqReply>;
  /** Passes a question to a person; undefined where nothing is kept. */
  readonly keep?: ((question: string) => Promise<void>) | undefined;
  /** What is offered while nothing was asked. Default: nothing. */
  readonly suggestions?: Suggestions;
}

/** Messages of a conversation; older ones are dropped. */
const MOST = 200;

/** Characters that a question may have, as the server has it. */
const LONGEST = 500;

/**
 * Puts the chat into `host`: a choice of language, the conversation, which is read aloud as it grows, and a field. Enter asks, Shift and Enter begins a line;
 * Enter that ends the choice of a Chinese word does not ask. While nothing was asked, the conversation holds the suggestions.
 */
export function mountChat(host: HTMLElement, service: ChatService, preferred: string): void {
  const log = element("div", { role: "log", "aria-live": "polite", tabIndex: 0, class: "talk" });
  const offered = element("section", { class: "suggestions" });
  const field = element("textarea", { rows: 2, maxLength: LONGEST, required: true });
  const labelText = element("span");
  const send = element("button", { type: "submit" });
  const form = element("form", {}, element("label", {}, labelText, field), send);
  const heading = element("h1");
  const about = element("p", { class: "about" });
  const [keptTitle, kept] = [element("summary"), element("p")];
  const choice = element("div", { role: "group", class: "languages" });
  let texts: ChatTexts = chatTexts.en;

  const speak = (code: "en" | "zh"): void => {
    texts = chatTexts[code];
    host.lang = code;
    heading.textContent = texts.title;
    about.textContent = texts.about;
    labelText.textContent = texts.field;
    send.textContent = texts.send;
    keptTitle.textContent = texts.keptTitle;
    kept.textContent = service.keep ? texts.keptOnRequest : texts.keptNothing;
    log.setAttribute("aria-label", texts.talk);
    choice.setAttribute("aria-label", texts.language);
    for (const button of choice.querySelectorAll("button"))
      button.setAttribute("aria-pressed", String(button.lang === code));
    fillSuggestions(offered, service.suggestions ?? {}, {
      code,
      above: texts.suggested,
      ask: (question) => {
        log.focus(); // the button goes
        void ask(question);
      },
    });
  };
  const add = (line: HTMLElement): void => {
    log.append(line);
    while (log.childElementCount > MOST) log.firstElementChild?.remove();
    // a long answer is read from its beginning, with its question above it
    const top = (line.className === "said" && line.previousElementSibling) || line;
    log.scrollTop = (top as HTMLElement).offsetTop - log.offsetTop;
  };
  const ask = async (asked: string): Promise<void> => {
    const question = [...asked].slice(0, LONGEST).join(""); // a heading of the FAQ may be longer
    offered.remove();
    add(message("asked", texts.you, element("p", {}, question)));
    send.disabled = true;
    try {
      const reply = await service.ask(question);
      const pass = service.keep && (() => (service.keep as (text: string) => Promise<void>)(question));
      add(replyMessage(reply, texts, { ask: (other) => void ask(other), pass }));
    } catch (error) {
      add(message("said", texts.faq, element("p", {}, `${texts.failed} ${(error as Error).message}`)));
    }
    send.disabled = false;
  };

  for (const [code, { name }] of Object.entries(chatTexts) as ["en" | "zh", ChatTexts][]) {
    const button = element("button", { type: "button", lang: code }, name);
    button.addEventListener("click", () => speak(code));
    choice.append(button);
  }
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const question = field.value.trim();
    if (question === "" || send.disabled) return;
    field.value = "";
    field.focus();
    void ask(question);
  });
  log.append(offered);
  host.replaceChildren(
    element("header", {}, heading, choice),
    about,
    log,
    form,
    element("details", { class: "kept" }, keptTitle, kept),
  );
  speak(preferred.toLowerCase().startsWith("zh") ? "zh" : "en");
}
