import { isEncoded, isStream, type TokenStream, type TrainingText } from "./training-text.ts";

const REMEDY = "Remedy: divide a text with tokenSentences(…), or a sentence with tokenize(…)";

/** Throws RangeError unless the text is an array, a stream or an encoded corpus; its sentences are not looked at. */
export function requireText(text: TrainingText | TokenStream): void {
  if (Array.isArray(text)) return;
  if (typeof text === "object" && text !== null && (isStream(text) || (isEncoded(text) && "made" in text)))
    return;
  throw new RangeError(
    `Cannot train as the text must be an array of sentences, each an array of tokens: current value is ${shown(text)}. ${REMEDY}`,
  );
}

/** Throws RangeError unless each sentence is an array of strings: the letters of a string would be its tokens. */
export function requireSentences(sentences: readonly (readonly string[])[]): void {
  for (let i = 0; i < sentences.length; i++) requireSentence(sentences[i] as readonly string[], i);
}

/** The sentences of a stream, which throws RangeError at one that is no array of strings. */
export async function* requiredSentences(stream: TokenStream): AsyncGenerator<readonly string[]> {
  let i = 0;
  for await (const sentence of stream) {
    requireSentence(sentence, i++);
    yield sentence;
  }
}

function requireSentence(sentence: readonly string[], i: number): void {
  if (!Array.isArray(sentence)) {
    throw new RangeError(
      `Cannot train as each sentence must be an array of tokens: current value is ${shown(sentence)}, sentence ${i}. ${REMEDY}`,
    );
  }
  for (let at = 0; at < sentence.length; at++) {
    if (typeof sentence[at] === "string") continue;
    throw new RangeError(
      `Cannot train as each token must be a string: current value is ${shown(sentence[at])}, token ${at} of sentence ${i}. ${REMEDY}`,
    );
  }
}

/** A value in a message, cut where it is long. */
function shown(value: unknown): string {
  const text =
    typeof value === "string"
      ? JSON.stringify(value)
      : typeof value === "object"
        ? json(value)
        : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return "an object"; // one that contains itself
  }
}
