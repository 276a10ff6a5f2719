import { element } from "../stage/element.ts";

/** Questions that may be asked, by language: headings of the FAQ. */
export type Suggestions = Readonly<Record<string, readonly string[]>>;

/**
 * Fills what stands in the conversation while it is empty: some questions as buttons, in the page's language or, for an FAQ that does not have it, in the FAQ's first one. Nothing
 * for an FAQ without suggestions.
 */
export function fillSuggestions(
  place: HTMLElement,
  suggestions: Suggestions,
  {
    code,
    above,
    ask,
  }: { readonly code: string; readonly above: string; readonly ask: (question: string) => void },
): void {
  const language = Object.hasOwn(suggestions, code) ? code : (Object.keys(suggestions)[0] ?? code);
  const items = (suggestions[language] ?? []).map((question) => {
    const button = element("button", { type: "button", lang: language, class: "link" }, question);
    button.addEventListener("click", () => ask(question));
    return element("li", {}, button);
  });
  place.replaceChildren(...(items.length > 0 ? [element("p", {}, above), element("ul", {}, ...items)] : []));
}
