// @ts-check
/**
 * Moving a note with mouse, pen or finger by its head: onto the middle of another note it is stacked, between notes it
 * takes that place. Only the transform changes while it moves.
 */
const FAR_ENOUGH = 5;

export class Drag {
  #board;
  #running = null;

  /** @param {{root: HTMLElement, moves: () => boolean, start: Function, move: Function, stack: Function, end: Function}} board */
  constructor(board) {
    this.#board = board;
    board.root.addEventListener("pointerdown", (event) => this.#down(event));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.#running) {
        this.#finish(null);
      }
    });
  }

  #down(event) {
    const head = event.target instanceof Element ? event.target.closest(".note__head--handle") : null;
    if (this.#running || !event.isPrimary || !head || event.button !== 0 || event.target.closest("button") || !this.#board.moves()) {
      return;
    }
    const article = head.closest(".note");
    const drag = { article, id: article.parentElement.dataset.note, x: event.clientX, y: event.clientY, on: false, frame: 0, place: null };
    this.#running = drag;
    head.setPointerCapture(event.pointerId);
    const listening = new AbortController();
    drag.release = () => listening.abort();
    const on = (type, act) =>
      document.addEventListener(type, (e) => e.pointerId === event.pointerId && act(e), { signal: listening.signal });
    on("pointermove", (e) => this.#move(drag, e));
    on("pointerup", () => this.#finish(drag.place));
    on("pointercancel", () => this.#finish(null));
    // Also when the note is taken out of the page meanwhile.
    on("lostpointercapture", () => this.#finish(null));
  }

  #move(drag, event) {
    const dx = event.clientX - drag.x;
    const dy = event.clientY - drag.y;
    if (!drag.on && Math.hypot(dx, dy) < FAR_ENOUGH) {
      return;
    }
    if (!drag.on) {
      drag.on = true;
      drag.article.classList.add("note--dragged");
      this.#board.start(drag.id);
    }
    cancelAnimationFrame(drag.frame);
    drag.frame = requestAnimationFrame(() => {
      drag.article.style.transform = `translate(${dx}px, ${dy}px) rotate(-1deg)`;
      this.#aim(drag, event.clientX, event.clientY);
    });
  }

  /** Finds out what lies below, and shows it. */
  #aim(drag, x, y) {
    const below = document.elementsFromPoint(x, y).filter((element) => !drag.article.contains(element));
    const section = below.find((element) => element.matches?.("[data-zone]"));
    const other = below.find((element) => element.matches?.(".note"));
    drag.place = section ? place(section, other, drag.id, x, y) : null;
    this.#clear();
    section?.classList.add("zone--target");
    if (drag.place?.onto) {
      other.classList.add("note--target");
    }
  }

  #clear() {
    for (const element of this.#board.root.querySelectorAll(".zone--target, .note--target")) {
      element.classList.remove("zone--target", "note--target");
    }
  }

  #finish(where) {
    const drag = this.#running;
    this.#running = null;
    if (!drag) {
      return;
    }
    drag.release();
    cancelAnimationFrame(drag.frame);
    this.#clear();
    drag.article.style.transform = "";
    drag.article.classList.remove("note--dragged");
    if (!drag.on) {
      return;
    }
    this.#board.end(drag.id);
    if (where?.onto) {
      this.#board.stack(drag.id, where.onto);
    } else if (where) {
      this.#board.move(drag.id, where.zone, where.before);
    }
  }
}

function place(section, other, id, x, y) {
  const zone = section.dataset.zone;
  const item = other?.closest("[data-zone] > .notes > li");
  if (!item || item.dataset.note === id) {
    return { zone, before: other ? next(item, id) : null };
  }
  const box = item.firstElementChild.getBoundingClientRect();
  const across = (x - box.left) / box.width;
  const down = (y - box.top) / box.height;
  if (across > 0.25 && across < 0.75 && down > 0.2 && down < 0.8) {
    return { zone, onto: item.dataset.note };
  }
  const first = down < 0.2 || (down <= 0.8 && across <= 0.25);
  return { zone, before: first ? item.dataset.note : next(item, id) };
}

function next(item, id) {
  let following = item?.nextElementSibling;
  while (following && following.dataset.note === id) {
    following = following.nextElementSibling;
  }
  return following?.dataset.note ?? null;
}
