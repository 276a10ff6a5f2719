import { resolve } from "node:path";
import { pathKernels, prefixKernels, pythonPrefix, userKernels } from "./kernel-places.mjs";
import { KernelUsageError } from "./kernel-usage-error.mjs";
import { KERNEL_NAME } from "./kernelspec.mjs";

/** @import { Where } from "./manage-kernels.mjs" */

/**
 * The folders in which a Jupyter started here looks.
 * @param {Where} where
 */
export function everyPlace({ places = [] }) {
  const found = [...places, ...pathKernels(), userKernels()];
  try {
    found.push(prefixKernels(pythonPrefix()));
  } catch {
    // no Python in PATH, so no folder of its kernelspecs
  }
  return process.platform === "win32" ? found : [...found, ...["/usr/local", "/usr"].map(prefixKernels)];
}

/**
 * The folder of kernelspecs that the options name; undefined when they name none.
 * @param {Where} where
 */
export function wantedKernels({ user, "sys-prefix": sysPrefix, prefix, python }) {
  const chosen = [user, sysPrefix, prefix].filter((option) => option !== undefined);
  if (chosen.length > 1 || (python !== undefined && !sysPrefix)) {
    throw new KernelUsageError(
      "Cannot choose a place: give only one of --user, --sys-prefix and --prefix, and --python with --sys-prefix",
    );
  }
  for (const [option, value] of Object.entries({ prefix, python })) {
    if (value !== "") continue;
    // resolve("") would be the current folder
    throw new KernelUsageError(`Cannot choose a place as --${option} must not be empty: current value is ""`);
  }
  if (user) return userKernels();
  if (sysPrefix) return prefixKernels(pythonPrefix(python));
  return prefix === undefined ? undefined : prefixKernels(resolve(prefix));
}

/** @param {Where} where */
export function wantedName({ name = KERNEL_NAME }) {
  if (/^[a-z0-9._-]+$/.test(name) && /[a-z0-9]/.test(name)) return name;
  throw new KernelUsageError(
    `Cannot call a kernel "${name}" as its name must consist of lower-case letters, digits, ".", "_" and "-"`,
  );
}
