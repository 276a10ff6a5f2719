/** What JupyterLab shares with its extensions: the versions of each package, and how to get one. */
export type ShareScope = Readonly<
  Record<string, Readonly<Record<string, { get(): Promise<() => unknown> | (() => unknown) }>>>
>;

/** A package that JupyterLab shares: the same copy that it uses itself. */
export async function sharedPackage(scope: ShareScope, name: string): Promise<unknown> {
  const [version] = Object.values(scope[name] ?? {});
  if (version === undefined) {
    throw new Error(`Cannot load the course's extension: the front end does not share the package ${name}`);
  }
  return (await version.get())();
}
