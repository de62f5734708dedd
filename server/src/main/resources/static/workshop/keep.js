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
  const chosen = [...part.querySelectorAll("select[id]")].filter((field) => !sent || field.form !== sent);
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
    chosen.forEach(choose);
  };
}

/** Chooses again what was chosen, even where the fresh copy does not know it yet. @param {HTMLSelectElement} before */
function choose(before) {
  const field = document.getElementById(before.id);
  if (!(field instanceof HTMLSelectElement) || before.options.length === 0) {
    return;
  }
  const [option] = before.selectedOptions;
  if (option && ![...field.options].some((each) => each.value === option.value)) {
    field.append(new Option(option.text, option.value));
  }
  field.value = before.value;
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
  const find = focused ? again(focused) : () => null;
  return () => {
    if (focused?.isConnected) {
      return;
    }
    const control = find();
    if (!takes(control)) {
      rest(places);
    } else if (caret[0] !== null) {
      /** @type {HTMLInputElement} */ (control).setSelectionRange(caret[0], caret[1]);
    }
  };
}

/**
 * Finds a control in a fresh copy: by its id, or as the one in the same place that does the same.
 *
 * @param {Element} control
 * @returns {() => HTMLElement | null | undefined}
 */
function again(control) {
  if (control.id) {
    return () => document.getElementById(control.id);
  }
  const place = control.closest("[id]")?.id ?? "";
  const deed = deedOf(control);
  return () =>
    [...(document.getElementById(place)?.querySelectorAll(control.localName) ?? [])].find(
      (each) => !each.id && deedOf(each) === deed,
    );
}

/** What a control does; its words may count something. */
function deedOf(control) {
  const { name, value, form } = control;
  const place = control.closest("[id]")?.id;
  return [form?.getAttribute("action"), control.getAttribute("href"), name, value, place].join(" ");
}

/** Whether it takes the focus. @param {HTMLElement | null | undefined} control */
function takes(control) {
  control?.focus({ preventScroll: true });
  return control !== null && control !== undefined && document.activeElement === control;
}

/** @param {string[]} places */
function rest(places) {
  for (const id of places) {
    const place = document.getElementById(id);
    if (place) {
      place.tabIndex = -1;
    }
    if (takes(place)) {
      return;
    }
  }
}
