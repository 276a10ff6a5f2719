/** A browser draws the chart itself, so no image is made. */
export function renderSvg(): Promise<undefined> {
  return Promise.resolve(undefined);
}

/** The page draws views itself. */
export function viewScript(): Promise<undefined> {
  return Promise.resolve(undefined);
}
