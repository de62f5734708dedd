// @ts-check
/** The fields of this note in which somebody has written what is not sent yet: its words, or a reply. */
export function begun(item) {
  const fields = item.querySelectorAll(":scope > .note .note__edit textarea, :scope > .note__talk textarea");
  return Array.from(fields).filter((field) => field.value.trim() !== "" && field.value !== field.defaultValue);
}
