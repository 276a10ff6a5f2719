import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The folder with the signatures of the notebooks that JupyterLab trusts. It lies beside the learner's copies, so that it
 * lasts as long as they do.
 *
 * @param {string} root the project's folder
 */
export function signatureFolder(root) {
  return join(root, "work", ".jupyter");
}

/**
 * The settings of Jupyter in the project's environment: file below `.venv` -> what it must hold.
 *
 * @param {string} root
 */
const settingsOf = (root) => ({
  // Without this, yarn.js of JupyterLab, a CommonJS file, would count as an ES module because of our package.json.
  "package.json": { type: "commonjs" },
  // The server installs no extension for a page: every package has a version and a hash in setup/locks/.
  "etc/jupyter/jupyter_lab_config.json": { LabApp: { extension_manager: "readonly" } },
  // What this clone's JupyterLab trusts is noted in this clone, not in the home folder.
  "etc/jupyter/jupyter_server_config.json": {
    NotebookNotary: {
      db_file: join(signatureFolder(root), "nbsignatures.db"),
      secret_file: join(signatureFolder(root), "notebook_secret"),
    },
  },
  // Plotly's own extension draws figures in colours of its own; ours, in setup/labextension.mjs, in those of the theme.
  "etc/jupyter/labconfig/page_config.json": {
    disabledExtensions: { "@jupyterlab/plotly-extension:factory": true },
  },
  "share/jupyter/lab/settings/overrides.json": {
    "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
    "@jupyterlab/apputils-extension:themes": { "adaptive-theme": true },
    "@jupyterlab/extensionmanager-extension:plugin": { enabled: false },
  },
});

/**
 * Writes the settings of JupyterLab into `.venv`: no question about news, no extension manager, light or dark as the
 * system is, signatures inside this folder. Other settings in these files stay.
 *
 * @param {string} root the project's folder
 * @returns {boolean} whether a file changed
 */
export function writeJupyterSettings(root) {
  mkdirSync(signatureFolder(root), { recursive: true }); // a server that cannot write there opens no notebook
  const changed = Object.entries(settingsOf(root)).map(([name, values]) =>
    merge(join(root, ".venv", name), values),
  );
  return changed.includes(true);
}

/**
 * @param {string} file
 * @param {Readonly<Record<string, object | string>>} values
 */
function merge(file, values) {
  const before = existsSync(file) ? readFileSync(file, "utf8") : "{}";
  const text = `${JSON.stringify({ ...JSON.parse(before), ...values }, null, 2)}\n`;
  if (text === before) return false;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return true;
}
