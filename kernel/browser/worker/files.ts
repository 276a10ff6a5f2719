/** The files that TypeScript sees in memory: path -> content. Filled when the worker starts. */
export const files: Map<string, string> = new Map();
