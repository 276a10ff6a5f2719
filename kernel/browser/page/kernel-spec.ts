/** The kernel as JupyterLite lists it, with the same name as in Node, so that notebooks find it in both. */
export const kernelSpec = {
  argv: [],
  env: {},
  name: "w2v",
  display_name: "TypeScript (word2vec-lab)",
  language: "typescript",
  interrupt_mode: "message",
  metadata: {},
  resources: {},
} as const;
