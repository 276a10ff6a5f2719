/** A name in camelCase as the command line has it: vectorSize becomes vector-size. */
export function kebabCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
