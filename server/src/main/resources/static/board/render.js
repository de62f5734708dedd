// @ts-check
/** Draws zones and notes from the view, keeping every element that stays: focus, open editors and scroll survive. */
import { buildNote, icon, make, parts, showNote } from "./note.js";

/** With more zones than these columns would be too narrow to read. */
const MANY = 4;

export class Renderer {
  #root;
  #words;
  /** Stacks that stand open. */
  open = new Set();
  /** Notes whose replies stand open. */
  talks;
  /** Who moves which note. */
  movers = new Map();
  /** The list item of each note. */
  #items = new Map();
  /** Those that were changed by this drawing. */
  #changed = new Set();

  /** @param {Element} root  @param {any} words  @param {any} talks */
  constructor(root, words, talks) {
    this.talks = talks;
    this.#root = root;
    this.#words = words;
  }

  draw(view, store) {
    const { you, phase } = store;
    const rights = [you.points, you.marks, you.comments, you.moves, you.writes, you.leads, view.dotsLeft > 0, phase?.key].join();
    const context = { words: this.#words, you, phase, dotsLeft: view.dotsLeft, rights };
    this.#changed.clear();
    const wanted = view.zones.map((zone) => this.#zone(zone, view.zones.length));
    const focused = document.activeElement;
    arrange(this.#root, wanted);
    // Not by :has(), which would look at the page anew with every note that comes or goes.
    this.#root.classList.toggle("zones--many", wanted.length > MANY);
    view.zones.forEach((zone, index) => this.#fill(wanted[index], zone, context));
    if (focused instanceof HTMLElement && focused !== document.activeElement && this.#root.contains(focused)) {
      focused.focus({ preventScroll: true });
    }
    this.#oneTabStop();
    this.#forget(view);
  }

  /** Notes that are no more; the trace of one somebody stands on is needed until it is left. */
  #forget(view) {
    for (const [id, item] of this.#items) {
      if (!view.byId.has(id) && !item.isConnected) {
        this.#items.delete(id);
      }
    }
  }

  #zone(zone, count) {
    const known = this.#root.querySelector(`:scope > [data-zone="${CSS.escape(zone.id)}"]`);
    const section = known ?? make("section", "zone");
    if (!known || !known.dataset.live) {
      section.replaceChildren(make("h2", "zone__title"), make("ul", "notes"), make("div", "zone__hidden"));
      section.dataset.zone = zone.id;
      section.dataset.live = "true";
      section.id = "zone-" + zone.id;
      section.firstElementChild.id = "zone-title-" + zone.id;
      section.setAttribute("aria-labelledby", "zone-title-" + zone.id);
      section.children[1].setAttribute("role", "list");
    }
    const index = Array.from(this.#root.children).indexOf(section);
    section.classList.toggle("zone--wide", count > 2 && index === 0);
    return section;
  }

  #fill(section, zone, context) {
    const total = zone.others + zone.notes.reduce((sum, note) => sum + 1 + note.stack.length, 0);
    const [title, list, hidden] = section.children;
    const name = zone.group ? this.#words.t("groupZone", zone.group, zone.title) : zone.title;
    const sign = name + "/" + total;
    if (title.dataset.sign !== sign) {
      title.dataset.sign = sign;
      title.replaceChildren(name + " ", make("span", "tally", String(total)));
    }
    this.#list(list, zone.notes, context);
    this.#covered(hidden, zone);
  }

  #list(list, notes, context) {
    const items = notes.map((note) => {
      const item = this.#item(note.id);
      item.classList.remove("is-gone");
      const open = this.open.has(note.id) && note.stack?.length > 0;
      if (showNote(item, note, { ...context, mover: this.movers.get(note.id), open, talking: this.talks.has(note.id) })) {
        this.#changed.add(item);
      }
      this.talks.show(item, note, context);
      this.#stack(item, note, open, context);
      return item;
    });
    const staying = new Set(items);
    for (const item of Array.from(list.children)) {
      if (!staying.has(item)) {
        this.#remove(item, items);
      }
    }
    arrange(list, items);
  }

  /** The element of a note, which keeps its focus and its editor in whatever zone it is. */
  #item(id) {
    const known = this.#items.get(id);
    if (known) {
      return known;
    }
    const item = buildNote(id);
    this.#items.set(id, item);
    return item;
  }

  #stack(item, note, open, context) {
    let list = item.childElementCount > 1 ? item.querySelector(":scope > .notes--stack") : null;
    if (!open) {
      list?.remove();
      return;
    }
    if (!list) {
      list = make("ul", "notes notes--stack");
      list.setAttribute("role", "list");
      item.append(list);
    }
    this.#list(list, note.stack, context);
  }

  /** A note that somebody has the focus in stays as a trace until it is left. */
  #remove(item, items) {
    if (!item.contains(document.activeElement)) {
      item.remove();
      return;
    }
    items.push(item);
    if (!item.classList.contains("is-gone")) {
      item.classList.add("is-gone");
      item.dataset.sign = "";
      const [head, text, marks, foot] = parts(item.firstElementChild);
      head.children[1].hidden = document.activeElement !== head.children[1];
      text.textContent = this.#words.t("noteGone");
      marks.hidden = true;
      foot.hidden = true;
      item.addEventListener("focusout", () => setTimeout(() => item.classList.contains("is-gone") && item.remove()), { once: true });
    }
  }

  #covered(element, zone) {
    const sign = zone.covered + ":" + zone.others;
    if (element.dataset.sign === sign) {
      return;
    }
    element.dataset.sign = sign;
    element.replaceChildren();
    if (zone.others === 0) {
      return;
    }
    const sentence = make("p", "hidden-notes");
    const text = make("span");
    text.append(make("strong", "", this.#words.n("coveredCount", zone.others)), " " + this.#words.t("covered"));
    sentence.append(icon("eye-off"), text);
    const blanks = make("div", "blanks");
    blanks.setAttribute("aria-hidden", "true");
    for (let i = 0; i < Math.min(zone.others, 4); i++) {
      blanks.append(make("div", "blank"));
    }
    element.append(sentence, blanks);
  }

  /** One stop in each zone, so that Tab goes from zone to zone and arrows from note to note. */
  #oneTabStop() {
    for (const zone of this.#root.children) {
      const notes = Array.from(zone.querySelectorAll(".note"));
      const active = notes.find((note) => note.tabIndex === 0) ?? notes[0];
      for (const note of notes) {
        if ((note.tabIndex === 0) !== (note === active) || this.#changed.has(note.parentElement)) {
          mark(note, note === active);
        }
      }
    }
  }

  /** Makes this note the one of its zone that Tab reaches. */
  activate(note) {
    for (const other of note.closest("[data-zone]").querySelectorAll('.note[tabindex="0"]')) {
      mark(other, other === note);
    }
    mark(note, true);
  }
}

function mark(note, active) {
  note.tabIndex = active ? 0 : -1;
  for (const control of note.querySelectorAll("button")) {
    control.tabIndex = active ? 0 : -1;
  }
}

/** Puts the children into this order, moving as few as possible. */
function arrange(parent, wanted) {
  const staying = new Set(wanted);
  for (const child of Array.from(parent.children)) {
    if (!staying.has(child)) {
      child.remove();
    }
  }
  let there = parent.firstElementChild;
  for (const child of wanted) {
    if (there !== child && there?.nextElementSibling === child) {
      // The one that stands here belongs further down, and comes there when it is its turn.
      there = child;
    }
    if (there === child) {
      there = child.nextElementSibling;
    } else if (parent.moveBefore && child.isConnected) {
      // Where it exists, moveBefore keeps focus and running editors.
      parent.moveBefore(child, there);
    } else {
      parent.insertBefore(child, there);
    }
  }
}
