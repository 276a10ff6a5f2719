"use strict";
// Starts the kernel: node --enable-source-maps launch.cjs <connection file>
const { Cells } = require("../common/cells.cjs");
const { openSeams } = require("../common/seams/seams.cjs");
const { tellOfLostMemory } = require("./lost-memory.cjs");
const { plotBundle } = require("./plot-bundle.cjs");
const { projectFolder } = require("./project-folder.cjs");
const { REPAIRS } = require("./repairs.cjs");
const { loadTslab } = require("./tslab.cjs");

/** For tests: the repairs to leave out, to show that each is needed. */
const without = new Set((process.env.W2V_KERNEL_WITHOUT ?? "").split(",").filter(Boolean));

const [, , configPath] = process.argv;
if (configPath === undefined) {
  throw new TypeError("Cannot start the kernel: no connection file was given. Remedy: start it from Jupyter");
}
const tslab = loadTslab({ currentTypeScript: !without.has("typescript") });
const cells = new Cells();
cells.folder = projectFolder(process.cwd());
cells.plotBundle = plotBundle;
const seams = openSeams(tslab);
cells.install(seams);
for (const [name, repair] of REPAIRS) if (!without.has(name)) repair(seams, cells);
tellOfLostMemory(configPath, seams, cells);
tslab.main.startKernel({ configPath, enableFindLocal: false });
