/** The first of `name (label 1).ipynb`, `name (label 2).ipynb`, … beside `path` that is not taken. */
export async function freePath(
  path: string,
  label: string,
  isTaken: (path: string) => Promise<boolean>,
): Promise<string> {
  const stem = path.replace(/\.ipynb$/, "");
  for (let number = 1; ; number++) {
    const candidate = `${stem} (${label} ${number}).ipynb`;
    if (!(await isTaken(candidate))) return candidate;
  }
}
