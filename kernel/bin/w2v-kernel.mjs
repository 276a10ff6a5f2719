#!/usr/bin/env node
// The kernel in any Jupyter: w2v-kernel install | list | uninstall
import { parseArgs } from "node:util";
import { KERNEL_OPTIONS, KernelUsageError, manageKernels } from "../install/index.mjs";

const COMMAND = "w2v-kernel";

function usage() {
  const rows = Object.entries(KERNEL_OPTIONS).map(([name, option]) => {
    const value = "value" in option ? ` ${option.value}` : "";
    return `  ${`--${name}${value}`.padEnd(16)}  ${option.help}`;
  });
  return [
    `Usage: ${COMMAND} install|list|uninstall [OPTIONS]`,
    "",
    ...rows,
    "",
    "The kernelspec names this folder and this Node: after moving one of them, install again.",
  ].join("\n");
}

/** @returns {Promise<number>} the exit code: 0 done, 1 failed, 2 not understood */
async function main() {
  try {
    const options = { ...KERNEL_OPTIONS, help: { type: /** @type {const} */ ("boolean"), short: "h" } };
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    const { help, ...where } = values;
    console.log(help ? usage() : await manageKernels(COMMAND, positionals, where));
    return 0;
  } catch (error) {
    const { code = "", message } = /** @type {NodeJS.ErrnoException} */ (error);
    const mistyped = code.startsWith("ERR_PARSE_ARGS");
    const why = mistyped ? `Cannot run ${COMMAND}: ${inOurWords(message)}` : message;
    const misused = mistyped || error instanceof KernelUsageError;
    console.error(misused ? `${why}\n\n${usage()}` : why);
    return misused ? 2 : 1;
  }
}

/**
 * What Node says of a mistyped option, without how it parses.
 * @param {string} message
 */
function inOurWords(message) {
  const [first = ""] = message.split(/[.\n]/, 1);
  return first
    .replace(/^Option '(--\S+?)(?: <value>)?' argument .+/, "$1 needs a value")
    .replace(/^Option '.*?(--\S+)' does/, "$1 does")
    .replace(/^U/, "u");
}

process.exitCode = await main();
