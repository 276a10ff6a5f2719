import type { Course, Lesson } from "../../../tools/course/course-list.ts";
import { notebookPaths } from "../../../tools/notebooks/notebook-paths.ts";
import { escapeHtml } from "./escape-html.ts";

/** The address of a notebook in the view that shows one notebook alone, from the folder of the site for browsers. */
export function notebookAddress(path: string): string {
  return `notebooks/index.html?path=${encodeURIComponent(path)}`;
}

/**
 * The first page of the site for browsers: every lesson with what runs here. JupyterLite reads the element
 * `jupyter-config-data` in it to find the root of its files.
 */
export function landingPage(course: Course): string {
  const title = escapeHtml(course.title);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="favicon.svg">
<link rel="stylesheet" href="landing.css">
<script id="jupyter-config-data" type="application/json" data-jupyter-lite-root=".">{}</script>
</head>
<body>
<a class="skip" href="#main">Skip to the lessons</a>
<main id="main" class="course">
<h1>${title}</h1>
<p class="summary">${escapeHtml(course.summary)} Here it runs in your browser: nothing is installed, and nothing you
write leaves this machine.</p>
<p id="from-file" hidden>You opened this page from a file, from where browsers run no notebooks. In the course's folder,
<code>npx --no-install w2v serve-site</code> gives it an address.</p>
<script>document.getElementById("from-file").hidden = location.protocol !== "file:";</script>
<ol class="cards">
${course.lessons.map(card).join("\n")}
</ol>
<footer>
<p>Your work is kept by this browser, for this address alone: download it now and then by the menu File, and before you
clear the browser's data. A check that passes here is practice, not a grade.</p>
<p><a href="tree/index.html">All files</a> · <a href="licences.txt">Licences of what runs here</a></p>
</footer>
</main>
</body>
</html>
`;
}

function card({ id, title, learns, minutes, run, exercises }: Lesson): string {
  const here = run === "any";
  const lesson = notebookAddress(notebookPaths(id).lesson);
  const name = here ? `<a href="${lesson}">${escapeHtml(title)}</a>` : escapeHtml(title);
  const practice = notebookAddress(notebookPaths(id).exercises);
  const facts = [
    `<span>${escapeHtml(id.split("-")[0] ?? "")}</span>`,
    `<span>${minutes} min</span>`,
    ...(here && exercises ? [`<a href="${practice}">exercises</a>`] : []),
    ...(here ? [] : ["<span>needs Node: <code>npm start</code></span>"]),
  ];
  return `<li class="card">
<h2>${name}</h2>
<p>${escapeHtml(learns)}</p>
<p class="facts">
${facts.join("\n")}
</p>
</li>`;
}
