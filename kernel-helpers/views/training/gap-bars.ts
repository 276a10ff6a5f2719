import { cellNumber } from "../stage/cell-colour.ts";
import { element } from "../stage/element.ts";

/** What a model says of each word in one gap, beside how often the text has it there. */
export interface GapBars {
  readonly node: HTMLElement;
  draw(probabilities: readonly number[], shares: readonly number[]): void;
}

/** One bar for each word, with a mark at the word's share in the text. */
export function gapBars(words: readonly string[]): GapBars {
  const bars = words.map((word) => {
    const fill = element("span", { class: "fill" });
    const share = element("span", { class: "share" });
    const value = element("span", { class: "value" });
    const name = element("span", { class: "name" }, word);
    const track = element("span", { class: "track", "aria-hidden": "true" }, fill, share);
    return { name, track, fill, share, value };
  });
  const list = element("div", { class: "bars" });
  for (const { name, track, value } of bars) list.append(name, track, value);
  return {
    node: list,
    draw(probabilities, shares) {
      bars.forEach(({ name, fill, share, value }, at) => {
        const [p, counted] = [probabilities[at] as number, shares[at] as number];
        fill.style.width = `${100 * p}%`;
        share.style.left = `calc(${100 * counted}% - 1px)`;
        share.hidden = counted === 0;
        value.textContent = cellNumber(p, 3);
        name.classList.toggle("seen", counted > 0);
      });
    },
  };
}
