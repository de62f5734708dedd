// @ts-check
/** What somebody is doing in a part of the page, kept while a fresh copy takes the part's place. */

/**
 * What was opened and written in a part, to be put back into its fresh copy.
 *
 * @param {HTMLElement} part
 * @param {HTMLFormElement} [sent] what stood in it was said
 */
export function begun(part, sent) {
  const open = [...part.querySelectorAll("details[open][id]")].filter((each) => !sent || !each.contains(sent));
  const written = [...part.querySelectorAll("textarea[id], input[id]:not([type=hidden])")].filter(
    (field) => field.form !== sent && (field.value !== field.defaultValue || field.checked !== field.defaultChecked),
  );
  return () => {
    for (const { id } of open) {
      document.getElementById(id)?.setAttribute("open", "");
    }
    for (const { id, value, checked } of written) {
      const field = document.getElementById(id);
      if (field) {
        field.value = value;
        field.checked = checked;
      }
    }
  };
}

/**
 * The focus stays with the control that had it, and the cursor where it was; where that is gone or asleep, with one of
 * the places, so that the next Tab goes on from there.
 *
 * @param {...string} places ids, the nearest first
 */
export function attention(...places) {
  const focused = document.activeElement;
  const types = focused instanceof HTMLTextAreaElement || focused instanceof HTMLInputElement;
  const caret = types ? [focused.selectionStart, focused.selectionEnd] : [null, null];
  return () => {
    if (focused?.isConnected) {
      return;
    }
    const again = taker(focused?.id ?? "", places);
    if (caret[0] !== null && again?.id === focused?.id) {
      /** @type {HTMLInputElement} */ (again).setSelectionRange(caret[0], caret[1]);
    }
  };
}

/** Who took the focus. @param {string} control @param {string[]} places */
function taker(control, places) {
  for (const id of [control, ...places]) {
    const place = document.getElementById(id);
    if (place && id !== control) {
      place.tabIndex = -1;
    }
    place?.focus({ preventScroll: true });
    if (place && document.activeElement === place) {
      return place;
    }
  }
  return null;
}
