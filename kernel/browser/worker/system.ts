/** The folder of the notebooks, as TypeScript sees it. */
const FOLDER = "/course";

/**
 * The files that TypeScript sees: those of `types.json`, in memory. `ts.System` without what no converter uses.
 * @param files path -> content, all of them
 */
export function memorySystem(files: ReadonlyMap<string, string>): object {
  const folders = foldersOf(files.keys());
  const watcher = { close(): void {} }; // nothing changes
  return {
    args: [],
    newLine: "\n",
    useCaseSensitiveFileNames: true,
    write(): void {},
    writeFile(): void {},
    createDirectory(): void {},
    readFile: (path: string) => files.get(resolved(path)),
    fileExists: (path: string) => files.has(resolved(path)),
    directoryExists: (path: string) => folders.has(resolved(path)),
    getDirectories: (path: string) => [...(folders.get(resolved(path)) ?? [])],
    readDirectory: () => [],
    getExecutingFilePath: () => "/lib/typescript.js",
    getCurrentDirectory: () => FOLDER,
    resolvePath: resolved,
    realpath: (path: string) => path,
    watchFile: () => watcher,
    watchDirectory: () => watcher,
    exit(): void {},
    getEnvironmentVariable: () => "",
    setTimeout: (run: () => void, milliseconds: number) => setTimeout(run, milliseconds),
    clearTimeout: (id: number) => clearTimeout(id),
  };
}

/** An absolute path without `.` and `..`. */
function resolved(path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith("/") ? path : `${FOLDER}/${path}`).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

/** The subfolders of each folder that is not empty: folder -> names of the folders in it. */
function foldersOf(paths: Iterable<string>): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>([["/", new Set()]]);
  for (const path of paths) {
    const parts = path.split("/").slice(1, -1);
    parts.forEach((name, i) => {
      const above = `/${parts.slice(0, i).join("/")}`;
      folders.get(above)?.add(name);
      const folder = `/${parts.slice(0, i + 1).join("/")}`;
      if (!folders.has(folder)) folders.set(folder, new Set());
    });
  }
  return folders;
}
