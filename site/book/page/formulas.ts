type Render = (element: Element, options: object) => void;

/** Draws every formula of the page by KaTeX; a page without formulas does not load it. */
export function drawFormulas(): void {
  const { katex, renderMathInElement } = globalThis as { katex?: unknown; renderMathInElement?: Render };
  if (katex === undefined) return;
  renderMathInElement?.(document.body, {
    delimiters: [
      { left: "$$", right: "$$", display: true },
      { left: "\\[", right: "\\]", display: true },
      { left: "\\(", right: "\\)", display: false },
      { left: "$", right: "$", display: false },
    ],
    throwOnError: false,
  });
}
