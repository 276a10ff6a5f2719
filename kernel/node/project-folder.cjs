"use strict";
const { existsSync } = require("node:fs");
const { dirname, join } = require("node:path");

/**
 * The project to which a notebook's folder belongs: the nearest folder at or above it with a package.json, or else the
 * folder itself.
 * @param {string} folder
 */
function projectFolder(folder) {
  for (let place = folder; ; place = dirname(place)) {
    if (existsSync(join(place, "package.json"))) return place;
    if (place === dirname(place)) return folder;
  }
}

module.exports = { projectFolder };
