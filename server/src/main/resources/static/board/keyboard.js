// @ts-check
/**
 * Notes by keyboard: arrows walk, M opens the menu, E edits, K replies, Space lifts; while lifted arrows carry, Enter drops, Esc
 * puts back.
 */
const STEPS = { ArrowUp: -1, ArrowDown: 1 };
const ZONES = { ArrowLeft: -1, ArrowRight: 1 };

export class Keyboard {
  #board;
  /** @type {{id: string, zone: string, before: string | null} | null} */
  lifted = null;

  /** @param {any} board */
  constructor(board) {
    this.#board = board;
    board.root.addEventListener("keydown", (event) => this.#key(event));
    board.root.addEventListener("focusin", (event) => {
      const note = event.target instanceof Element ? event.target.closest(".note") : null;
      if (note) {
        board.activate(note);
      }
    });
    board.root.addEventListener("focusout", (event) => {
      if (this.lifted && !board.root.contains(event.relatedTarget)) {
        setTimeout(() => !board.root.contains(document.activeElement) && this.#cancel());
      }
    });
  }

  #key(event) {
    const article = event.target;
    if (!(article instanceof HTMLElement) || !article.matches(".note") || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const id = article.parentElement.dataset.note;
    if (this.#act(event.key, id, article)) {
      event.preventDefault();
    }
  }

  #act(key, id, article) {
    const carrying = this.lifted !== null;
    if (key in STEPS || key in ZONES) {
      carrying ? this.#carry(key) : this.#walk(key, article);
      return true;
    }
    switch (carrying ? "lifted " + key : key) {
      case " ":
        this.#lift(id);
        return true;
      case "m":
      case "M":
        this.#board.menu(id);
        return true;
      case "k":
      case "K":
        this.#board.comment(id);
        return true;
      case "e":
      case "E":
        this.#board.edit(id);
        return true;
      case "lifted Enter":
      case "lifted  ":
        this.#drop();
        return true;
      case "lifted Escape":
        this.#cancel();
        return true;
      default:
        return false;
    }
  }

  #walk(key, article) {
    const section = article.closest("[data-zone]");
    const notes = Array.from(section.querySelectorAll(".note"));
    const at = notes.indexOf(article);
    if (key in STEPS) {
      notes[at + STEPS[key]]?.focus();
      return;
    }
    let zone = section;
    do {
      zone = key === "ArrowRight" ? zone.nextElementSibling : zone.previousElementSibling;
    } while (zone && !zone.querySelector(".note"));
    const there = zone ? Array.from(zone.querySelectorAll(".note")) : [];
    there[Math.min(at, there.length - 1)]?.focus();
  }

  #lift(id) {
    const place = this.#board.placeOf(id);
    if (!this.#board.moves() || !place) {
      return;
    }
    this.lifted = { id, ...place };
    this.#board.start(id);
    this.#board.redraw();
    this.#board.say("lifted");
  }

  #carry(key) {
    const lifted = this.lifted;
    const zones = this.#board.zones();
    const at = zones.findIndex((zone) => zone.id === lifted.zone);
    if (key in ZONES) {
      const zone = zones[at + ZONES[key]];
      if (!zone) {
        return;
      }
      lifted.zone = zone.id;
      lifted.before = null;
    } else {
      const others = zones[at].notes.map((note) => note.id).filter((id) => id !== lifted.id);
      const now = lifted.before === null ? others.length : others.indexOf(lifted.before);
      const to = Math.max(0, Math.min(others.length, now + STEPS[key]));
      lifted.before = others[to] ?? null;
    }
    this.#board.redraw();
    this.#board.sayPlace(lifted.id);
  }

  #drop() {
    const { id, zone, before } = this.lifted;
    this.lifted = null;
    this.#board.end(id);
    this.#board.move(id, zone, before);
  }

  #cancel() {
    const { id } = this.lifted;
    this.lifted = null;
    this.#board.end(id);
    this.#board.redraw();
    this.#board.say("putBack");
  }
}
