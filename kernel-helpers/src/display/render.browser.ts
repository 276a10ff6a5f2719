/** A browser draws the chart itself: no picture is made. */
export function renderSvg(): Promise<undefined> {
  return Promise.resolve(undefined);
}
