// @ts-check
/** Takes back what one did last: by the button, or Ctrl+Z outside of fields, where it takes back typing. */
export class Undo {
  #board;
  #form;

  /** @param {any} board */
  constructor(board) {
    this.#board = board;
    this.#form = board.querySelector("form[data-board-undo]");
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      event.stopPropagation();
      this.#undo();
    });
    document.addEventListener("keydown", (event) => {
      const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "z" && !typing && !this.#form.hidden) {
        event.preventDefault();
        this.#undo();
      }
    });
    board.addEventListener("board:state", () => this.#show());
    this.#show();
  }

  #show() {
    const { store } = this.#board;
    const { you } = store;
    if (store.seq >= 0) {
      this.#form.hidden = !(you.writes || you.moves || you.points || you.marks || you.comments);
    }
  }

  #undo() {
    this.#board.act("note.undo", undefined, undefined, {});
  }
}
