/**
 * The engine of a browser with its version, from `navigator.userAgent`, since no browser tells the version of its ICU: Edge and
 * Opera have Chrome's.
 *
 * @example
 * browserName("Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0"); // "Firefox 144.0"
 * browserName("Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15"); // "Safari 18.1"
 */
export function browserName(userAgent: string): string {
  const [, name, version] = /(Firefox|Chrome|Version)\/([\d.]+)/.exec(userAgent) ?? [];
  if (name === undefined) return userAgent;
  return `${name === "Version" ? "Safari" : name} ${version}`;
}
