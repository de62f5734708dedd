// @ts-check
/** The beginning of a note, for labels. */
export function brief(text) {
  const line = text.replace(/\s+/g, " ");
  return line.length > 40 ? line.slice(0, 39) + "…" : line;
}
