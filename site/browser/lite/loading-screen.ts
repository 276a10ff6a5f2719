/**
 * What a page of JupyterLite shows until its front end stands, in place of a white page: a line of text in the colours of
 * the theme. The theme is the system's, or what the script early.ts finds that the learner chose.
 */
export const LOADING_STYLE = `<style>
:root { --opening-back: #fff; --opening-text: #424242; }
@media (prefers-color-scheme: dark) { :root { --opening-back: #111; --opening-text: #e0e0e0; } }
:root[data-opening-theme="light"] { --opening-back: #fff; --opening-text: #424242; }
:root[data-opening-theme="dark"] { --opening-back: #111; --opening-text: #e0e0e0; }
:root:not(:has(body[data-jp-theme-name])), body:not([data-jp-theme-name]) {
  background-color: var(--opening-back) !important;
  transition: none !important;
}
#opening {
  position: fixed; inset: 0; margin: 0; display: grid; place-content: center;
  font: 16px system-ui, sans-serif; color: var(--opening-text);
}
body[data-jp-theme-name] #opening { display: none; }
</style>`;

/** The line of text. */
export const LOADING_TEXT = '<p id="opening" role="status">Opening the lesson …</p>';
