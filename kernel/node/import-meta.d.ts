/** The notebook's place, as for a file `cell.ts` in its folder. */
interface ImportMeta {
  /** The notebook's folder. */
  dirname: string;
  /** A file in that folder, which need not exist. */
  filename: string;
}
