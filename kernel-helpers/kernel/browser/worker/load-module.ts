/** What a lesson may import: name -> URL. Filled when the worker starts. */
export const moduleUrls: Map<string, string> = new Map();

/** Loads what a cell imports: a module that lies beside the kernel, or one named by its URL. */
export async function loadModule(name: string): Promise<object> {
  const url = moduleUrls.get(name) ?? (/^(?:https?|data|blob):/.test(name) ? name : undefined);
  if (url !== undefined) return import(url);
  throw new Error(
    `Cannot find module '${name}' as a page has only ${[...moduleUrls.keys()].join(", ")}: ` +
      "open the lesson in Node for others",
  );
}
