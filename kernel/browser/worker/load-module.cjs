"use strict";

/** What a lesson may import: name -> URL. Filled when the worker starts. @type {Map<string, string>} */
const moduleUrls = new Map();

/**
 * Loads what a cell imports: a module that lies beside the kernel, or one named by its URL.
 * @param {string} name
 * @returns {Promise<object>}
 */
async function loadModule(name) {
  const url = moduleUrls.get(name) ?? (/^(?:https?|data|blob):/.test(name) ? name : undefined);
  if (url !== undefined) return import(url);
  throw new Error(
    `Cannot find module '${name}' as a page has only ${[...moduleUrls.keys()].join(", ")}: ` +
      "open the lesson in Node for others",
  );
}

module.exports = { moduleUrls, loadModule };
