import { type BookText, type FoundText, searchOf } from "./find-texts.ts";
import { fromRoot } from "./from-root.ts";
import { loadScript } from "./load-script.ts";

const MOST = 12;

/** The search above each page. Its texts are loaded when it is first used. */
export function startSearch(): void {
  const form = document.querySelector<HTMLFormElement>("form.search");
  const field = form?.querySelector("input");
  const panel = form?.querySelector<HTMLElement>(".found");
  if (!form || !field || !panel) return;
  form.hidden = false;
  let search: Promise<ReturnType<typeof searchOf>> | undefined;
  const prepare = (): Promise<ReturnType<typeof searchOf>> => {
    search ??= loadScript(fromRoot("assets/search-texts.js")).then(
      () => searchOf((globalThis as unknown as { bookTexts: readonly BookText[] }).bookTexts),
      (error: unknown) => {
        search = undefined; // the next letter tries again
        throw error;
      },
    );
    return search;
  };
  const answer = async (): Promise<void> => {
    const query = field.value.trim();
    const found =
      query === ""
        ? []
        : await prepare().then(
            (search) => search(query, MOST),
            () => undefined,
          );
    if (query !== field.value.trim()) return; // more was typed meanwhile
    panel.hidden = query === "";
    showFound(panel, found);
  };
  field.addEventListener("focus", () => void prepare().catch(() => {})); // typing says what failed
  field.addEventListener("input", () => void answer());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    panel.querySelector("a")?.click();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      panel.hidden = true;
      field.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const stops: HTMLElement[] = [field, ...panel.querySelectorAll("a")];
      const at = stops.indexOf(document.activeElement as HTMLElement);
      stops.at((at + (event.key === "ArrowDown" ? 1 : -1)) % stops.length)?.focus();
    }
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!form.contains(target as Node)) panel.hidden = true;
  });
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !form.contains(relatedTarget as Node)) panel.hidden = true;
  });
}

/** Shows what was found, or, without a list, that the texts did not load. */
function showFound(panel: HTMLElement, found: readonly FoundText[] | undefined): void {
  const status = panel.querySelector("p");
  if (status)
    status.textContent = found ? sayCount(found.length) : "The texts to search did not load: type again";
  panel.querySelector("ol")?.replaceChildren(...(found ?? []).map(entry));
}

function sayCount(count: number): string {
  if (count === 0) return "Nothing found";
  return count === MOST ? `The best ${MOST}` : `${count} found`;
}

function entry({ page, place, title, heading, excerpt }: FoundText): HTMLElement {
  const item = document.createElement("li");
  const link = item.appendChild(document.createElement("a"));
  link.href = fromRoot(page) + (place && `#${place}`);
  for (const [name, text] of [
    ["strong", heading || title],
    ["small", heading ? title : ""],
    ["span", excerpt],
  ] as const) {
    if (text) link.appendChild(document.createElement(name)).textContent = text;
  }
  return item;
}
