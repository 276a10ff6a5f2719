import type { Course } from "../../../tools/course/course-list.ts";

/**
 * Settings of the front end: nothing asks the network for news, light or dark follows the system, and every cell is in
 * the page, so that the browser's own search finds it.
 */
export const SETTINGS: Readonly<Record<string, object>> = {
  "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
  "@jupyterlab/apputils-extension:themes": { "adaptive-theme": true },
  "@jupyterlab/notebook-extension:tracker": { windowingMode: "none" },
};

/** Parts of the front end that the course does not use, or that would ask another host. */
const DISABLED = [
  "@jupyterlab/apputils-extension:announcements",
  // deletes everything that the browser stores for the site, every box ticked and the focus on the red button
  "@jupyterlite/application-extension:clear-browser-data",
  // no server signs notebooks here, so that every notebook would be "Not Trusted" until it ran
  "@jupyter-notebook/notebook-extension:trusted",
  // a learner who has just come did not make the "Last Checkpoint"
  "@jupyter-notebook/notebook-extension:checkpoints",
  // uses a key that another part needs
  "@jupyter-notebook/console-extension:scratchpad-console",
  // shows Jupyter's icons instead of the course's
  "@jupyter-notebook/notebook-extension:tab-icon",
  // JupyterLite's logo, where the page puts the course's name
  "@jupyterlite/notebook-application-extension:logo",
];

/** jupyter-lite.json: the site's name, its kernel, its pages. */
export function liteConfig({ title }: Course): object {
  return {
    "jupyter-lite-schema-version": 0,
    "jupyter-config-data": {
      appName: title,
      appUrl: "./tree",
      defaultKernelName: "w2v",
      disabledExtensions: DISABLED,
      faviconUrl: "./favicon.svg",
      licensesUrl: "./licences.txt",
    },
  };
}
