// @ts-check
/** Says in words what is saved, what waits on this device, and why something was not taken. */
import { icon } from "./elements.js";

export class Status {
  #board;
  #complaint = null;

  constructor(board) {
    this.#board = board;
  }

  /** Shows it wherever the page has a place for it. */
  show() {
    const { outbox, words, line } = this.#board;
    const count = outbox.waiting.length;
    if (line.opening && count === 0) {
      return;
    }
    const notes = outbox.waiting.every((op) => op.payload.text);
    const text = count === 0
      ? words.t(line.up ? "saved" : "offline")
      : words.n(!outbox.lasts ? "waitingHere" : notes ? "waiting" : "waitingChanges", count);
    for (const place of document.querySelectorAll("[data-board-saved]")) {
      if (place.getAttribute("data-text") !== text) {
        place.setAttribute("data-text", text);
        place.classList.toggle("saved--waiting", !line.up || count > 0);
        place.replaceChildren(icon(line.up && count === 0 ? "check" : "clock"), " " + text);
      }
    }
  }

  /** A sentence that stays until the next action. */
  complain(reason) {
    const place = this.#place();
    place.replaceChildren(icon("warning"), " " + reason);
    place.hidden = false;
    this.#complaint = place;
  }

  quiet() {
    if (this.#complaint) {
      this.#complaint.hidden = true;
      this.#complaint = null;
    }
  }

  #place() {
    return /** @type {HTMLElement} */ (this.#board.querySelector("[data-board-message]"));
  }
}
