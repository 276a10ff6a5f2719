import { Buffer } from "buffer";

/** Messages between a page and its worker are not signed. */
export function createHmac(): { update(part: unknown): void; digest(): string } {
  return { update: () => {}, digest: () => "" };
}

export function randomBytes(length: number): Buffer {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(length)));
}

export default { createHmac, randomBytes };
