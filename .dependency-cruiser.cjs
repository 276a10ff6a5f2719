// The import rules, generated from kernel-helpers/stages.json; ARCHITECTURE.md says what they are for.
const stages = require("./kernel-helpers/stages.json");

const source = "^kernel-helpers/src";
const names = stages.map(({ name }) => name);
const test = "\\.(test|suite)\\.ts$";
/** What only tests and authors run of the kernel. */
const support = "\\.(test|case)\\.ts$|^kernel/(test|compare)/";

/**
 * What the kernel and the library agree on: the host, the record of progress, which both read and write, and the interactive
 * views, which the library makes and the kernel's front ends draw.
 */
const AGREED =
  "^kernel-helpers/(src/(host/(contract|progress-record)|practice/(progress-list|quiz-tallies)|display/view-data)\\.ts$|views/)";

/** A stage imports only stages to its left. */
const leftOnly = names.map((name, at) => ({
  name: `${name}-imports-only-to-its-left`,
  severity: "error",
  from: { path: `${source}/${name}/`, pathNot: test },
  to: { path: `${source}/(${names.slice(at + 1).join("|") || "-"})/` },
}));

/** A stage is entered only through its index.ts. */
const throughIndex = names.map((name) => ({
  name: `${name}-is-entered-through-its-index`,
  severity: "error",
  from: { path: `${source}/`, pathNot: `${source}/${name}/` },
  to: {
    path: `${source}/${name}/`,
    pathNot: `${source}/${name}/index\\.ts$`,
    dependencyTypesNot: ["aliased-subpath-import"],
  },
}));

const portable = stages.filter(({ runs }) => runs === "portable").map(({ name }) => name);
const portableFiles = {
  path: `${source}/(${portable.join("|")})/`,
  pathNot: `${test}|\\.(node|browser)\\.ts$`,
};

module.exports = {
  forbidden: [
    ...leftOnly,
    ...throughIndex,
    { name: "no-cycle", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-node-in-portable-files",
      severity: "error",
      from: portableFiles,
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "run-times-only-by-their-alias",
      severity: "error",
      from: { path: source, pathNot: `${test}|\\.(node|browser)\\.ts$|${source}/cli/` },
      to: { path: "\\.(node|browser)\\.ts$", dependencyTypesNot: ["aliased-subpath-import"] },
    },
    {
      name: "tfjs-in-backend-only",
      severity: "error",
      from: { path: source, pathNot: `${test}|${source}/backend/` },
      to: { path: "node_modules/@tensorflow", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "tslab-in-the-kernel-only",
      severity: "error",
      from: { pathNot: "^kernel/" },
      to: { path: "node_modules/(tslab|@tslab)" },
    },
    {
      name: "the-kernel-knows-the-host-by-its-contract",
      severity: "error",
      from: { path: "^kernel/", pathNot: support },
      to: { path: "^(kernel-helpers|setup|site|tools)/", pathNot: AGREED },
    },
    {
      name: "the-kernel-is-entered-through-its-package",
      severity: "error",
      from: { path: source, pathNot: test },
      to: { path: "^kernel/", pathNot: "^kernel/install/index\\.mjs$|^kernel/types/" },
    },
    {
      name: "authors-tools-are-for-authors",
      severity: "error",
      from: { path: `${source}|^(kernel|setup)/`, pathNot: `${test}|${support}` },
      to: { path: "^(site|tools)/" },
    },
    {
      name: "nothing-imports-display-or-cli",
      severity: "error",
      from: { pathNot: `${source}/(index\\.ts|display/|cli/)|${test}` },
      to: {
        path: `${source}/(display|cli)/`,
        pathNot: "\\.suite\\.ts$|/(quiz|step|training|view)-[a-z]+\\.ts$", // tables that tests and attacks share, and the data of views
        dependencyTypesNot: ["aliased-subpath-import"],
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // From the root only: packages have their code in a dist/ of their own, and rules about packages need to see it.
    exclude: { path: "^(build|work|kernel-helpers/(dist|bench))/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: `${__dirname}/kernel-helpers/tsconfig.node.json` },
    enhancedResolveOptions: {
      conditionNames: ["source", "import", "require", "node", "default", "types"],
      exportsFields: ["exports"],
    },
  },
};
