// @ts-check
/** Changing the words of an own note, in its place. Remote changes leave an open editor alone. */
import { button, make } from "./elements.js";

export function openEditor(board, note) {
  const article = board.article(note.id);
  if (article.querySelector("form")) {
    return;
  }
  const form = make("form", "note__edit");
  const text = make("textarea", "input");
  text.defaultValue = note.text;
  text.rows = 4;
  text.setAttribute("aria-label", board.words.t("editLabel"));
  const error = make("p", "kern-error");
  error.setAttribute("role", "alert");
  error.hidden = true;
  const save = make("button", "kern-btn kern-btn--primary kern-btn--small", board.words.t("save"));
  const cancel = button("kern-btn kern-btn--tertiary kern-btn--small", board.words.t("cancel"));
  const actions = make("div", "cluster");
  actions.append(save, cancel);
  form.append(text, error, actions);
  const item = article.parentElement;
  const shown = article.querySelector(":scope > .note__text");
  const close = () => {
    form.remove();
    item.classList.remove("is-edited");
    shown.hidden = false;
    article.focus();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation();
    const length = Array.from(text.value.trim()).length;
    const limit = Number(board.dataset.limit);
    if (length === 0 || length > limit) {
      error.textContent = board.words.t(length === 0 ? "empty" : "tooLong", limit, length);
      error.hidden = false;
      text.focus();
      return;
    }
    close();
    if (text.value.trim() !== note.text) {
      const now = board.note(note.id);
      // Changed by nobody but in its hat.
      const base = now?.text === note.text ? now.version : note.version;
      board.act("note.edit", note.id, base, { text: text.value });
      board.speaker.say(board.words.t("changed"));
    }
  });
  form.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") {
      close();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      form.requestSubmit();
    }
  });
  cancel.addEventListener("click", close);
  item.classList.add("is-edited");
  shown.hidden = true;
  shown.after(form);
  text.focus();
}
