import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Licence } from "./licence-list.ts";

/** An entry of the list that JupyterLite ships. */
interface Entry {
  readonly name: string;
  readonly versionInfo: string;
  readonly licenseId: string;
  readonly extractedText: string;
}

/** Prints the licence files of Python packages: name, version, text. */
const SCRIPT = `
import importlib.metadata as metadata, json
rows = []
for name in ("jupyterlite-core", "jupyterlab"):
    package = metadata.distribution(name)
    texts = [file.read_text() for file in package.files if file.name.upper().startswith("LICENSE")]
    rows.append({"name": name + " (Python)", "version": package.version, "text": "\\n\\n".join(texts)})
print(json.dumps(rows))
`;

import { environmentProgram, projectRoot } from "../../../setup/paths.mjs";

/** The licences of JupyterLite, of the JupyterLab in it, and of their parts, for a built site. */
export function frontEndLicences(site: string): Licence[] {
  const file = join(site, "build/third-party-licenses.json");
  const { packages } = JSON.parse(readFileSync(file, "utf8")) as { readonly packages: readonly Entry[] };
  const brought = packages.map(({ name, versionInfo, licenseId, extractedText }) => ({
    name,
    version: versionInfo,
    text: extractedText.trim() || `${licenseId}. The package brings no text of its licence.`,
  }));
  const done = spawnSync(environmentProgram(projectRoot, "python"), ["-c", SCRIPT], { encoding: "utf8" });
  if (done.status !== 0) {
    throw new Error(`Cannot list the licences: those of JupyterLite were not found: ${done.stderr}`);
  }
  return [...(JSON.parse(done.stdout) as Licence[]), ...brought];
}
