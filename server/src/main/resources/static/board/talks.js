// @ts-check
/** The replies to a note, below it: a list, and a line to write in. What somebody is writing there stays while others work. */
import { keep } from "./arrange.js";
import { brief } from "./words.js";
import { button, make } from "./elements.js";

export class Talks {
  #board;
  /** Notes whose replies stand open. */
  open = new Set();

  /** @param {any} board */
  constructor(board) {
    this.#board = board;
  }

  has(id) {
    return this.open.has(id);
  }

  /** Opens or closes the replies; opened, the line to write in has the focus. */
  toggle(id, writing) {
    if (this.open.has(id) && !writing) {
      this.open.delete(id);
    } else {
      this.open.add(id);
    }
    this.#board.draw();
    const item = this.#board.article(id)?.parentElement;
    const to = writing ? item?.querySelector(".note__talk textarea") : item?.querySelector('[data-act="comments"]');
    to?.focus();
  }

  /** Shows what belongs below the note. */
  show(item, note, { words, you }) {
    let talk = item.querySelector(":scope > .note__talk");
    if (!this.open.has(note.id) || note.waiting) {
      // Half a reply stays in it.
      talk?.setAttribute("hidden", "");
      return;
    }
    talk ??= this.#build(item, note.id, words);
    talk.hidden = false;
    const form = talk.querySelector("form");
    const text = form.querySelector("textarea");
    // Whoever is writing is not interrupted; sent too late, the words come back with the reason.
    form.hidden = !you.comments && !text.value.trim() && !form.contains(document.activeElement);
    const sign = JSON.stringify([note.comments, you.comments, you.leads]);
    if (talk.dataset.sign === sign) {
      return;
    }
    talk.dataset.sign = sign;
    const list = talk.querySelector("ul");
    const focused = list.contains(document.activeElement);
    const lines = new Map(Array.from(list.children, (line) => [line.dataset.sign, line]));
    keep(list, (note.comments ?? []).map((comment) => {
      const said = JSON.stringify([comment, you.comments, you.leads]);
      const line = lines.get(said) ?? this.#line(note, comment, words, you);
      line.dataset.sign = said;
      return line;
    }));
    if (focused && !list.contains(document.activeElement)) {
      (form.hidden ? item.firstElementChild : text).focus();
    }
  }

  #line(note, comment, words, you) {
    const line = make("li");
    line.append(make("span", "note__text", comment.text));
    if (!comment.waiting && you.comments && (comment.mine || you.leads)) {
      const away = button("kern-btn kern-btn--tertiary kern-btn--small", words.t("uncomment"));
      away.setAttribute("aria-label", words.t("uncommentThis", brief(comment.text)));
      away.addEventListener("click", () => {
        this.#board.act("note.uncomment", note.id, undefined, { comment: comment.id });
        this.#board.speaker.say(words.t("uncommented"));
      });
      line.append(away);
    }
    return line;
  }

  #build(item, id, words) {
    const talk = make("div", "note__talk");
    const list = make("ul");
    list.setAttribute("role", "list");
    const form = make("form");
    const text = make("textarea", "input");
    text.rows = 2;
    text.setAttribute("aria-label", words.t("commentLabel"));
    text.placeholder = words.t("commentLabel");
    const error = make("p", "kern-error");
    error.setAttribute("role", "alert");
    error.hidden = true;
    const send = make("button", "kern-btn kern-btn--secondary kern-btn--small", words.t("commentSend"));
    const close = button("kern-btn kern-btn--tertiary kern-btn--small", words.t("commentClose"));
    const actions = make("div", "cluster");
    actions.append(send, close);
    form.append(text, error, actions);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      event.stopPropagation();
      this.#write(id, text, error, words);
    });
    form.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Escape") {
        this.#close(id);
      } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.target === text) {
        event.preventDefault();
        form.requestSubmit();
      }
    });
    close.addEventListener("click", () => this.#close(id));
    talk.append(list, form);
    item.append(talk);
    return talk;
  }

  #close(id) {
    this.open.delete(id);
    this.#board.draw();
    this.#board.article(id)?.focus();
  }

  #write(id, text, error, words) {
    const length = Array.from(text.value.trim()).length;
    const limit = Number(this.#board.dataset.commentLimit);
    error.hidden = length > 0 && length <= limit;
    if (!error.hidden) {
      error.textContent = words.t(length === 0 ? "commentEmpty" : "commentTooLong", limit, length);
      text.focus();
      return;
    }
    this.#board.act("note.comment", id, undefined, { text: text.value });
    text.value = "";
    this.#board.speaker.say(words.t("commented"));
    text.focus();
  }
}
