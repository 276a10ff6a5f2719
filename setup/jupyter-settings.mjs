import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The settings of Jupyter in the project's environment: file below `.venv` -> what it must hold. */
const SETTINGS = {
  // Without this, yarn.js of JupyterLab, a CommonJS file, would count as an ES module because of our package.json.
  "package.json": { type: "commonjs" },
  // The server installs no extension for a page: every package has a version and a hash in setup/locks/.
  "etc/jupyter/jupyter_lab_config.json": { LabApp: { extension_manager: "readonly" } },
  "share/jupyter/lab/settings/overrides.json": {
    "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
    "@jupyterlab/extensionmanager-extension:plugin": { enabled: false },
  },
};

/**
 * Writes the settings of JupyterLab into `.venv`: no question about news, no extension manager. Other settings in these
 * files stay.
 *
 * @param {string} root the project's folder
 * @returns {boolean} whether a file changed
 */
export function writeJupyterSettings(root) {
  const changed = Object.entries(SETTINGS).map(([name, values]) => merge(join(root, ".venv", name), values));
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
