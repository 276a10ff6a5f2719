/** The address of a file of the book, from this page. */
export function fromRoot(path: string): string {
  return `${document.body.dataset.root ?? ""}${path}`;
}
