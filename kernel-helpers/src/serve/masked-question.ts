/** What may tell who asks, and what takes its place. */
const PERSONAL: readonly (readonly [RegExp, string])[] = [
  [/\b(?:[a-z][a-z\d+.-]*:\/\/|www\.)\S+/giu, "[link]"],
  [/[\p{Script=Latin}\p{Nd}._%+-]+[@＠][\p{Script=Latin}\p{Nd}.-]+/gu, "[e-mail]"],
  [/[+＋]?\p{Nd}(?:[ ()（）/.–－-]{0,2}\p{Nd}){5,}/gu, "[number]"], // digits of any script, such as １２３
];

/**
 * A question in one line without what most often tells who asks: links, e-mail addresses, and numbers of six digits or more, such as of telephones, orders and cards. Names
 * stay, as no rule finds them.
 *
 * @example
 * maskedQuestion("Call +49 30 123456, or mail a.b@c.example"); // "Call [number], or mail [e-mail]"
 */
export function maskedQuestion(question: string): string {
  const line = question.replace(/[\s\p{Cc}]+/gu, " ").trim();
  return PERSONAL.reduce((text, [pattern, word]) => text.replace(pattern, word), line);
}
