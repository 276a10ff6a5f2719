const conditions = ["source", "node", "import", "module", "default"];

/** Settings of vitest: the condition "source" makes #host and its like mean the sources; without it tests would load a stale dist. */
export const fromSource = { resolve: { conditions }, ssr: { resolve: { conditions } } };
