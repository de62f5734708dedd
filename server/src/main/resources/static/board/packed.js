// @ts-check
/** Notes as they come packed, in columns (docs/api/board.md, "Packed"). */

/** What a note nobody has touched is like; columns in which all are so are left out. */
const UNTOUCHED = { mine: false, own: 0, dots: null, on: null, version: 1 };

/** @returns {object[]} the notes */
export function rows({ seq, length, ids, columns }) {
  const notes = [];
  for (let at = 0; at < ids.length; at += length) {
    notes.push({ ...UNTOUCHED, id: ids.slice(at, at + length), seq });
  }
  for (const [name, values] of Object.entries(columns)) {
    values.forEach((value, i) => (notes[i][name] = value));
  }
  return notes;
}
