/** The folder of the notebooks, as TypeScript sees it. */
export const FOLDER = "/course";

/**
 * The files that TypeScript sees: those of `types.json`, in memory. `ts.System`, less what no converter asks for.
 * @param files path -> content; files that are added later are seen
 */
export function memorySystem(files: ReadonlyMap<string, string>): object {
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
    directoryExists: (path: string) => childrenOf(files, path).length > 0,
    getDirectories: (path: string) => foldersIn(files, path),
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

/** What comes after the folder's name in the paths of all files below it. */
function childrenOf(files: ReadonlyMap<string, string>, folder: string): string[] {
  const start = `${resolved(folder)}/`.replace("//", "/");
  return [...files.keys()].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
}

function foldersIn(files: ReadonlyMap<string, string>, folder: string): string[] {
  const below = childrenOf(files, folder).filter((path) => path.includes("/"));
  return [...new Set(below.map((path) => path.slice(0, path.indexOf("/"))))];
}
