/** Loads a script; unlike fetch this also works on a page that was opened from a file. */
export function loadScript(source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = (): void => resolve();
    script.onerror = (): void => reject(new Error(`Cannot load ${source}. Remedy: npm run site`));
    document.head.append(script);
  });
}
