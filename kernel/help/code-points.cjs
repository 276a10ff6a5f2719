"use strict";
// Jupyter counts positions in Unicode code points, JavaScript in UTF-16 units: an emoji is one there and two here.

/**
 * The index in `text` of the code point number `position`, which may lie behind its end.
 * @param {string} text
 * @param {number} position
 */
function indexOf(text, position) {
  let index = 0;
  for (let i = 0; i < position && index < text.length; i++)
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  return index;
}

/**
 * The number of the code point at `index` in `text`.
 * @param {string} text
 * @param {number} index
 */
function positionOf(text, index) {
  let position = 0;
  for (const _ of text.slice(0, index)) position += 1;
  return position;
}

module.exports = { indexOf, positionOf };
