/** Where the contents stand beside the text; book.css has the same width. */
const BESIDE = "(min-width: 72rem)";

/** Closes the list of lessons where it stands above the text, and marks in the contents what is being read. */
export function markPlace(): void {
  const list = document.querySelector<HTMLDetailsElement>(".side details");
  const wide = window.matchMedia(BESIDE);
  const adapt = (): void => {
    if (list) list.open = wide.matches;
  };
  adapt();
  wide.addEventListener("change", adapt);

  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".contents a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  const mark = (): void => {
    const { scrollHeight, scrollTop, clientHeight } = document.documentElement;
    // at the end of the page the last headings cannot come higher
    const line = scrollTop + clientHeight >= scrollHeight - 2 ? innerHeight : innerHeight / 3;
    const passed = [...links].filter(([heading]) => heading.getBoundingClientRect().top <= line);
    const current = passed.at(-1)?.[1];
    for (const link of links.values()) {
      if (link === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
    if (current && wide.matches) keepInView(current);
  };
  // each heading that crosses the upper third changes what is being read
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  for (const heading of links.keys()) observer.observe(heading);
  document.addEventListener("scrollend", mark); // the end of the page is no heading
}

/** Scrolls the list, not the page. */
function keepInView(link: HTMLElement): void {
  const frame = link.closest<HTMLElement>(".side");
  if (!frame) return;
  const [inside, outside] = [link.getBoundingClientRect(), frame.getBoundingClientRect()];
  if (inside.bottom > outside.bottom) frame.scrollTop += inside.bottom - outside.bottom + inside.height;
  if (inside.top < outside.top) frame.scrollTop -= outside.top - inside.top + inside.height;
}
