import { joined } from "../base/index.ts";

// Protocol Buffers' wire format, the parts that TensorBoard's messages need:
// https://protobuf.dev/programming-guides/encoding. A field is a key, number · 8 + wire type, and a value.

const VARINT = 0;
const EIGHT_BYTES = 1;
const LENGTH = 2;
const FOUR_BYTES = 5;

/**
 * A whole number >= 0 in groups of seven bits, the lowest first, the top bit set in all but the last byte.
 *
 * @example
 * varint(300); // Uint8Array.of(0xac, 0x02)
 */
export function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128); // no shifts: they end at 32 bits
    rest = Math.floor(rest / 128);
  }
  return Uint8Array.of(...bytes, rest);
}

/** The field `field` of type int64, for a whole number from 0 to 2^53 - 1. */
export function integerField(field: number, value: number): Uint8Array {
  return joined([varint(field * 8 + VARINT), varint(value)]);
}

/** The field `field` of type double. */
export function doubleField(field: number, value: number): Uint8Array {
  return joined([varint(field * 8 + EIGHT_BYTES), doubles([value])]);
}

/** The field `field` of type float. */
export function floatField(field: number, value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return joined([varint(field * 8 + FOUR_BYTES), bytes]);
}

/** The field `field` of type bytes, or a message that is encoded already. */
export function bytesField(field: number, value: Uint8Array): Uint8Array {
  return joined([varint(field * 8 + LENGTH), varint(value.length), value]);
}

/** The field `field` of type string. */
export function textField(field: number, value: string): Uint8Array {
  return bytesField(field, new TextEncoder().encode(value));
}

/** The field `field` of type repeated double, packed. */
export function doublesField(field: number, values: ArrayLike<number>): Uint8Array {
  return bytesField(field, doubles(values));
}

function doubles(values: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(8 * values.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < values.length; i++) view.setFloat64(8 * i, values[i] as number, true);
  return bytes;
}
