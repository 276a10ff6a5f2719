/** What the chat says in one language. */
export interface ChatTexts {
  /** The language's own name. */
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly language: string;
  readonly talk: string;
  /** Above the questions that are offered while nothing was asked. */
  readonly suggested: string;
  readonly field: string;
  readonly send: string;
  readonly you: string;
  readonly faq: string;
  readonly unknown: string;
  /** Above the sections that came nearest to a question that is not answered. */
  readonly nearest: string;
  /** Above the sections after the first. */
  readonly others: string;
  /** What a score means; {score} and {threshold} are put in. */
  readonly score: string;
  readonly pass: string;
  readonly passed: string;
  readonly failed: string;
  readonly keptTitle: string;
  readonly keptNothing: string;
  readonly keptOnRequest: string;
}

/** The chat's languages by their codes. */
export const chatTexts: Readonly<Record<"en" | "zh", ChatTexts>> = {
  en: {
    name: "English",
    title: "Ask the FAQ",
    about:
      "Type a question. The answer is a section of the FAQ, found by its words; nobody writes it for you.",
    language: "Language",
    talk: "Conversation",
    suggested: "You may ask, for example:",
    field: "Your question",
    send: "Ask",
    you: "You",
    faq: "FAQ",
    unknown: "I don't know. No section of the FAQ fits well enough, so a person should answer this.",
    nearest: "These sections came nearest:",
    others: "Other sections that may fit",
    score: "score {score}, answered from {threshold} on",
    pass: "Pass my question to a person",
    passed: "Your question was written down for a person.",
    failed: "That did not work:",
    keptTitle: "What is kept",
    keptNothing:
      "Nothing. Your questions are answered and forgotten; nothing of you or of them is written down.",
    keptOnRequest:
      "Nothing, unless you press “Pass my question to a person”. Then the question itself is written down, with links, e-mail addresses and long " +
      "numbers taken out, its language, and the section that came nearest; not who asked, or when. Do not write names.",
  },
  zh: {
    name: "中文",
    title: "向常见问题提问",
    about: "请输入一个问题。回答是常见问题中的一节，按词语找到，没有人为您另写。",
    language: "语言",
    talk: "对话",
    suggested: "例如，您可以问：",
    field: "您的问题",
    send: "提问",
    you: "您",
    faq: "常见问题",
    unknown: "我不知道。常见问题中没有足够合适的一节，这个问题应由人来回答。",
    nearest: "最接近的几节：",
    others: "其他可能合适的几节",
    score: "得分 {score}，达到 {threshold} 才回答",
    pass: "把我的问题转给人",
    passed: "您的问题已记下，将由人来看。",
    failed: "没有成功：",
    keptTitle: "保存什么",
    keptNothing: "什么也不保存。您的问题回答之后就被忘记，既不记录您，也不记录问题。",
    keptOnRequest:
      "什么也不保存，除非您按“把我的问题转给人”。那时只记下问题本身（去掉链接、电子邮件地址和较长的数字）、它的语言和最接近的一节；" +
      "不记录是谁问的，也不记录时间。请不要写姓名。",
  },
};
