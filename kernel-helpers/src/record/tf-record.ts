import { crc32c, joined } from "../base/index.ts";

/**
 * A record of a TFRecord file: length (uint64), its checksum, the data, their checksum, all little-endian. The checksums
 * are CRC-32C, masked, since a checksum over bytes that hold checksums is weak: turned right by 15 bits, plus
 * 0xa282ead8 (https://www.tensorflow.org/tutorials/load_data/tfrecord).
 */
export function tfRecord(data: Uint8Array): Uint8Array {
  const length = new Uint8Array(8);
  const view = new DataView(length.buffer);
  view.setUint32(0, data.length % 2 ** 32, true);
  view.setUint32(4, Math.floor(data.length / 2 ** 32), true);
  return joined([length, maskedSum(length), data, maskedSum(data)]);
}

function maskedSum(bytes: Uint8Array): Uint8Array {
  const sum = crc32c(bytes);
  const turned = (sum >>> 15) | (sum << 17);
  const masked = new Uint8Array(4);
  new DataView(masked.buffer).setUint32(0, (turned + 0xa282ead8) >>> 0, true);
  return masked;
}
