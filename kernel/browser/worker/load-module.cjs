"use strict";

/** What a lesson may import: name -> URL. Filled when the worker starts. @type {Map<string, string>} */
const moduleUrls = new Map();

/**
 * Loads what a cell imports: a module next to the kernel, or one given by its URL.
 * @param {string} name
 * @returns {Promise<object>}
 */
async function loadModule(name) {
  const url = moduleUrls.get(name) ?? (/^(?:https?|data|blob):/.test(name) ? name : undefined);
  if (url !== undefined) return import(url);
  throw new Error(
    `Cannot find module '${name}': a page has only ${[...moduleUrls.keys()].join(", ")}. ` +
      "Remedy: run this lesson in Node to use others",
  );
}

module.exports = { moduleUrls, loadModule };
