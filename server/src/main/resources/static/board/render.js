// @ts-check
/** Draws zones and notes from the view, keeping every element that stays: focus, open editors and scroll survive. */
import { arrange } from "./arrange.js";
import { begun } from "./begun.js";
import { icon, make } from "./elements.js";
import { buildNote, isShown, setTabStop, showGone, showNote } from "./note.js";

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
  /** What each list is to hold by this drawing, the outer ones first. */
  #lists = new Map();
  /** The note of each zone that Tab reaches. */
  #stops = new Set();
  #view;
  #rescue;

  /** @param {Element} root  @param {any} words  @param {any} talks  @param {(texts: string[]) => HTMLElement[]} rescue keeps words; their ways back */
  constructor(root, words, talks, rescue) {
    this.talks = talks;
    this.#root = root;
    this.#words = words;
    this.#rescue = rescue;
  }

  /** @param {any} view  @param {any} store  @param {string} [lifted] the note that the reader carries */
  draw(view, store, lifted) {
    const { you, phase } = store;
    const focused = this.#focused();
    this.#view = view;
    this.#keepInSight(focused, view);
    const rights = [you.points, you.marks, you.comments, you.moves, you.writes, you.leads, view.dotsLeft > 0, phase?.key].join();
    const circumstances = [rights, lifted, [...this.open], [...this.talks.open], [...this.movers]].join("/");
    const context = { words: this.#words, you, phase, dotsLeft: view.dotsLeft, rights, lifted, circumstances };
    this.#lists.clear();
    const zones = view.zones.map((zone, place) => this.#zone(zone, place, view.zones.length));
    const closed = arrange(this.#root, zones);
    // Not by :has(), which would look at the page anew with every note that comes or goes.
    this.#root.classList.toggle("zones--many", zones.length > MANY);
    view.zones.forEach((zone, place) => this.#fill(zones[place], zone, context));
    this.#place();
    closed.forEach((zone) => zone.remove());
    this.#giveBack(focused);
    this.#forget(focused?.control);
    this.#oneTabStop();
  }

  /** An own note is told its real id: whoever stands on it stays there. */
  becomes(id, real) {
    const item = this.#items.get(id);
    const shown = this.#items.get(real);
    if (!item || !real) {
      return;
    }
    if (shown?.isConnected) {
      item.contains(document.activeElement) && shown.firstElementChild.focus({ preventScroll: true });
      return;
    }
    this.#items.delete(id);
    this.#items.set(real, item);
    item.dataset.note = real;
    item.firstElementChild.id = "note-" + real;
  }

  /** The control that has the focus, and its note. */
  #focused() {
    const control = document.activeElement;
    return control instanceof HTMLElement && this.#root.contains(control) ? { control, note: control.closest(".note") } : null;
  }

  /** The note somebody stands on is not hidden by others: the stack they lay it on opens. */
  #keepInSight(focused, view) {
    const item = focused?.note?.parentElement;
    const on = view.byId.get(item?.dataset.note)?.on;
    if (on && item.parentElement.closest("[data-note]")?.dataset.note !== on) {
      this.open.add(on);
    }
  }

  /** Nothing takes the focus away; if its control is no more, its note has it. */
  #giveBack(focused) {
    if (!focused) {
      return;
    }
    const { control, note } = focused;
    const there = control.isConnected && !control.closest("[hidden]") ? control : note;
    if (there !== document.activeElement) {
      there?.focus({ preventScroll: true });
    }
  }

  #zone(zone, place, count) {
    const known = Array.from(this.#root.children).find((section) => section.dataset.zone === zone.id);
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
    section.classList.toggle("zone--wide", count > 2 && place === 0);
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

  /** Makes each note show what it has to, and remembers where it belongs. */
  #list(list, notes, context) {
    const items = notes.map((note) => this.#item(note.id));
    this.#lists.set(list, items);
    notes.forEach((note, place) => isShown(items[place], note, context) || this.#show(items[place], note, context));
  }

  #show(item, note, context) {
    const open = this.open.has(note.id) && note.stack.length > 0;
    const state = { mover: this.movers.get(note.id), lifted: note.id === context.lifted, open, talking: this.talks.has(note.id) };
    showNote(item, note, state, context);
    // Most notes are the article alone.
    if (open || state.talking || item.childElementCount > 1) {
      this.#below(item, note, open, context);
    }
  }

  /** The replies to a note, and those that lie on it. */
  #below(item, note, open, context) {
    this.talks.show(item, note, context);
    const stack = item.querySelector(":scope > .notes--stack");
    if (open) {
      this.#list(stack ?? buildStack(item), note.stack, context);
    } else if (stack) {
      this.#lists.set(stack, []);
    }
  }

  /** The element of a note, which keeps its focus and its editor in whatever zone it is. */
  #item(id) {
    if (!this.#items.has(id)) {
      this.#items.set(id, buildNote(id));
    }
    return this.#items.get(id);
  }

  /** Puts all notes where they belong: those that only change their list are moved, never taken out. */
  #place() {
    const others = Array.from(this.#lists, ([list, items]) => [list, arrange(list, items)]);
    for (const [list, left] of others) {
      left.filter((item) => item.parentElement === list).forEach((item) => this.#remove(item));
      if (list.matches(".notes--stack:empty")) {
        list.remove();
      }
    }
  }

  /** A note that somebody has the focus in stays as a trace until it is left. */
  #remove(item) {
    if (!item.contains(document.activeElement)) {
      item.remove();
    } else if (!item.classList.contains("is-gone")) {
      showGone(item, this.#words);
      item.addEventListener("focusout", () => setTimeout(() => this.#leave(item)));
    }
  }

  /** Only from one control of it to another nobody has left it. */
  #leave(item) {
    if (item.classList.contains("is-gone") && !item.contains(document.activeElement)) {
      item.remove();
      this.#forget();
    }
  }

  /**
   * Notes that are no more; the trace of one somebody stands on is needed until it is left. What was begun on them is
   * kept, and whoever was writing it is led there.
   *
   * @param {Element} [left] where the focus was
   */
  #forget(left) {
    const gone = Array.from(this.#items).filter(([id, item]) => !this.#view.byId.has(id) && !item.isConnected);
    gone.forEach(([id]) => this.#items.delete(id));
    const fields = gone.flatMap(([, item]) => begun(item));
    if (fields.length > 0) {
      const ways = this.#rescue(fields.map((field) => field.value));
      ways[fields.findIndex((field) => field.form.contains(left ?? null))]?.focus();
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
    const zones = Array.from(this.#root.children);
    const stops = Array.from(this.#stops);
    const focused = this.#focused()?.note;
    this.#stopAt(zones.map((zone) =>
      zone.contains(focused) ? focused : stops.find((note) => zone.contains(note)) ?? zone.querySelector(".note")));
  }

  /** Makes this note the one of its zone that Tab reaches. */
  activate(note) {
    const zone = note.closest("[data-zone]");
    this.#stopAt([...Array.from(this.#stops).filter((other) => !zone.contains(other)), note]);
  }

  #stopAt(notes) {
    const stops = new Set(notes.filter(Boolean));
    this.#stops.forEach((note) => stops.has(note) || setTabStop(note, false));
    stops.forEach((note) => this.#stops.has(note) || setTabStop(note, true));
    this.#stops = stops;
  }
}

function buildStack(item) {
  const list = make("ul", "notes notes--stack");
  list.setAttribute("role", "list");
  item.append(list);
  return list;
}
