// @ts-check
/** Says how many are here and how many write; never who. Tells the others no more than whether one writes. */
const STILL_WRITING = 4000;
/** Said again well before the server takes the silence for the end of it. */
const AGAIN = 10_000;

export class Presence {
  #board;
  #writing = false;
  #saidAt = 0;
  #timer = 0;

  /** @param {any} board */
  constructor(board) {
    this.#board = board;
    board.addEventListener("input", (event) => {
      if (event.target instanceof HTMLTextAreaElement) {
        this.#write();
      }
    });
    board.addEventListener("submit", () => this.#rest(), true);
    board.line.addEventListener("down", () => {
      this.#writing = false;
      this.#place.hidden = true;
    });
  }

  get #place() {
    return this.#board.querySelector("[data-board-presence]");
  }

  #write() {
    if (!this.#writing || Date.now() - this.#saidAt > AGAIN) {
      this.#writing = true;
      this.#saidAt = Date.now();
      this.#board.line.send({ type: "writing", on: true });
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#rest(), STILL_WRITING);
  }

  #rest() {
    clearTimeout(this.#timer);
    if (this.#writing) {
      this.#writing = false;
      this.#board.line.send({ type: "writing", on: false });
    }
  }

  /** @param {{here: number, writing: number}} message */
  show({ here, writing }) {
    const { words } = this.#board;
    const place = this.#place;
    const parts = [words.n("here", here)];
    if (writing > 0) {
      parts.push(words.n("writing", writing));
    }
    place.textContent = parts.join(" · ");
    place.hidden = false;
  }
}
