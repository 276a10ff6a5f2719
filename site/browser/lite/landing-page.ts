import type { Course, Lesson } from "../../../tools/course/course-list.ts";
import { notebookPaths } from "../../../tools/notebooks/notebook-paths.ts";
import { escapeHtml } from "./escape-html.ts";

/** The address of a notebook in the view that shows one notebook alone, from the folder of the site for browsers. */
export function notebookAddress(path: string): string {
  return `notebooks/index.html?path=${encodeURIComponent(path)}`;
}

/**
 * The first page of the site for browsers: what runs here, as a plain list, and the way to the book. JupyterLite reads the
 * element `jupyter-config-data` in it to find the root of its files.
 */
export function landingPage(course: Course): string {
  const title = escapeHtml(course.title);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Notebooks · ${title}</title>
<link rel="icon" href="favicon.svg">
<link rel="stylesheet" href="landing.css">
<script id="jupyter-config-data" type="application/json" data-jupyter-lite-root=".">{}</script>
</head>
<body>
<a class="skip" href="#main">Skip to the notebooks</a>
<main id="main" class="plain">
<h1>Notebooks that run here</h1>
<p id="from-file" hidden>You opened this page from a file, from where browsers run no notebooks. In the course's folder,
<code>npx --no-install w2v serve-site</code> gives it an address.</p>
<script>document.getElementById("from-file").hidden = location.protocol !== "file:";</script>
<p><a href="../index.html">${title}</a> is the book that they belong to. Nothing you write leaves this machine.</p>
<ul>
${course.lessons.map(entry).join("\n")}
</ul>
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

function entry({ id, title, run, exercises }: Lesson): string {
  const name = `${escapeHtml(id.split("-")[0] ?? "")} ${escapeHtml(title)}`;
  if (run !== "any") return `<li>${name}: needs Node, <code>npm start</code></li>`;
  const paths = notebookPaths(id);
  const lesson = `<a href="${notebookAddress(paths.lesson)}">${name}</a>`;
  const practice = `<a href="${notebookAddress(paths.exercises)}">exercises</a>`;
  return `<li>${lesson}${exercises ? `, ${practice}` : ""}</li>`;
}
