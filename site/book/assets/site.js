// Formulas and contents of a lesson's page; charts.js draws its charts. Plain script: pages are opened from files, where
// modules do not load.

renderMathInElement(document.body, {
  delimiters: [
    { left: "$$", right: "$$", display: true },
    { left: "\\[", right: "\\]", display: true },
    { left: "\\(", right: "\\)", display: false },
    { left: "$", right: "$", display: false },
  ],
  throwOnError: false,
});

// The contents are open beside the text, and closed above it.
const contents = document.querySelector(".contents details");
if (contents && !window.matchMedia("(min-width: 72rem)").matches) contents.open = false;

// A browser runs no notebook from a file: the first page there says what to do.
if (location.protocol === "file:") {
  for (const link of document.querySelectorAll("a.run")) link.href = "try/index.html";
}
