// @ts-check
/**
 * <allmende-board>: the live board. The page works without it by plain forms; this element takes over the same zones,
 * notes and writing line and keeps them in step with the server. Events for the page around it: "board:phase" when
 * another phase opens, "board:state" whenever the whole board came anew.
 */
import { Drag } from "./drag.js";
import { Keyboard } from "./keyboard.js";
import { Line, unpacks } from "../base/line.js";
import { Menu } from "./menu.js";
import { Outbox } from "./outbox.js";
import { Renderer } from "./render.js";
import { Speaker } from "./speak.js";
import { Status } from "./status.js";
import { PARKED, Store } from "./store.js";
import { Presence } from "./presence.js";
import { Talks } from "./talks.js";
import { Undo } from "./undo.js";
import { Words } from "../base/words.js";
import { WritingLine } from "./writing.js";
import { brief } from "./words.js";
import { rows } from "./packed.js";
import { openEditor } from "./editor.js";
import { menuItems } from "./menuItems.js";

/** Milliseconds between two drawings of what others do: fifty changes a second are not fifty drawings. */
const SOON = 125;

const HATS = ["private_or_club", "department", "administration"];

class AllmendeBoard extends HTMLElement {
  #started = false;
  /** What a state to come says of notes only where it differs. */
  packed = [];
  /** The drawing that is about to come, and when the last one was. */
  #due = 0;
  #drawnAt = 0;

  connectedCallback() {
    if (this.#started) {
      return;
    }
    this.#started = true;
    this.words = new Words(this);
    this.store = new Store();
    this.outbox = new Outbox(`allmende-board:${this.dataset.board}:${this.dataset.me}`);
    this.zonesElement = this.querySelector("[data-zones]");
    this.talks = new Talks(this);
    this.renderer = new Renderer(this.zonesElement, this.words, this.talks, (texts) => this.writing.rescue(texts));
    this.speaker = new Speaker(this, this.words);
    this.menuBox = new Menu(this);
    this.line = new Line(this.dataset.socket, () => ({ lastSeq: this.store.seq, packed: unpacks }));
    this.status = new Status(this);
    this.writing = new WritingLine(this);
    this.presence = new Presence(this);
    new Undo(this);
    const steering = this.#steering();
    this.keyboard = new Keyboard(steering);
    new Drag(steering);
    this.#listen();
    this.status.show();
    this.line.start();
  }

  /** What drag and keyboard may do. */
  #steering() {
    return {
      root: this.zonesElement,
      moves: () => this.store.you.moves,
      start: (id) => this.#moving(id, true),
      end: (id) => this.#moving(id, false),
      move: (id, zone, before) => this.move(id, zone, before),
      stack: (id, onto) => this.stack(id, onto),
      redraw: () => this.draw(),
      activate: (note) => this.renderer.activate(note),
      menu: (id) => this.menu(id),
      edit: (id) => this.edit(id),
      comment: (id) => this.store.you.comments && this.talks.toggle(id, true),
      zones: () => this.view.zones,
      placeOf: (id) => this.placeOf(id),
      say: (key) => this.speaker.say(this.words.t(key)),
      sayPlace: (id) => this.sayPlace(id),
    };
  }

  #listen() {
    this.line.addEventListener("up", () => {
      this.outbox.waiting.forEach((op) => this.#send(op));
      this.status.show();
    });
    this.line.addEventListener("down", () => {
      this.renderer.movers.clear();
      this.status.show();
      this.draw();
    });
    this.line.addEventListener("message", (event) => this.#hear(/** @type {CustomEvent} */ (event).detail));
    this.zonesElement.addEventListener("click", (event) => this.#click(event));
    window.addEventListener("beforeunload", (event) => this.outbox.wouldLose && event.preventDefault());
  }

  #hear(message) {
    switch (message.type) {
      case "notes":
        this.packed = rows(message);
        return;
      case "state":
        message.board.notes.unshift(...this.packed);
        this.packed = [];
        this.#state(message.board);
        break;
      case "op":
        this.#operation(message);
        break;
      case "ack":
        this.#acknowledged(message, this.store.seq);
        break;
      case "refused":
        this.#refused(message);
        break;
      case "moving":
        this.#othersMove(message);
        break;
      case "presence":
        this.presence.show(message);
        return;
      case "bye":
        this.status.complain(message.reason);
        this.line.end();
        break;
    }
    if (message.type === "op" || message.type === "moving") {
      this.#drawSoon();
    } else {
      this.status.show();
      this.draw();
    }
  }

  #drawSoon() {
    this.#due ||= setTimeout(() => {
      this.status.show();
      this.draw();
    }, Math.max(0, this.#drawnAt + SOON - performance.now()));
  }

  #state(board) {
    const before = this.store.phase?.key;
    this.store.state(board);
    this.#seen(board.seq);
    this.writing.show(this.store);
    this.dispatchEvent(new CustomEvent("board:state", { bubbles: true, detail: { seq: board.seq } }));
    if (before !== undefined && before !== board.phase?.key) {
      this.speaker.say(board.phase ? this.words.t("phase", board.phase.title) : "");
      this.dispatchEvent(new CustomEvent("board:phase", { bubbles: true, detail: { phase: board.phase?.key } }));
    }
  }

  #operation(op) {
    if (op.seq <= this.store.seq) {
      return;
    }
    if (op.kind === "note.create" && !op.opId && op.notes.length > 0) {
      this.speaker.newNote(this.#zoneTitle(op.notes[0].zone));
    }
    this.store.operation(op);
    this.#seen(op.seq);
    if (op.kind === "note.undo" && op.opId) {
      this.speaker.say(this.words.t("undone"));
    }
    if (op.opId) {
      // Seen by everybody is as good as acknowledged.
      this.#acknowledged({ opId: op.opId, seq: op.seq, note: op.notes[0]?.id }, op.seq);
    }
  }

  #acknowledged(ack, seenUpTo) {
    if (this.outbox.acknowledged(ack, seenUpTo)) {
      this.renderer.becomes(ack.opId, ack.note);
    }
  }

  #seen(seq) {
    for (const op of this.outbox.seen(seq)) {
      this.renderer.becomes(op.opId, op.note);
    }
  }

  #refused(message) {
    if (message.code === "too_fast") {
      const op = this.outbox.waiting.find((other) => other.opId === message.opId);
      setTimeout(() => op && this.#send(op), 3000);
      return;
    }
    if (message.code === "stranger") {
      this.status.complain(message.reason);
      this.line.end();
      return;
    }
    const op = message.opId ? this.outbox.refuse(message.opId, message.reason) : null;
    if (op?.payload.text) {
      this.writing.showRefused();
    } else {
      this.status.complain(message.reason);
    }
  }

  #othersMove(message) {
    if (this.keyboard.lifted?.id === message.note || message.name === this.store.you.name) {
      return;
    }
    if (message.on) {
      this.renderer.movers.set(message.note, message.name);
      // Whoever goes away while moving does not hold the note for ever.
      setTimeout(() => this.renderer.movers.delete(message.note) && this.draw(), 20_000);
    } else {
      this.renderer.movers.delete(message.note);
    }
  }

  #moving(id, on) {
    this.line.send({ type: "moving", note: id, on });
  }

  #send(op) {
    this.line.send({ type: "op", ...op });
  }

  /** Does something: on this screen at once, for all as soon as the server has it. */
  act(kind, target, base, payload) {
    const op = this.outbox.add(kind, target, base, payload);
    this.status.quiet();
    this.#send(op);
    this.status.show();
    this.draw();
    return op;
  }

  draw() {
    clearTimeout(this.#due);
    this.#due = 0;
    if (this.store.seq < 0) {
      return;
    }
    this.#drawnAt = performance.now();
    const lifted = this.keyboard.lifted;
    const own = [...this.outbox.settling, ...this.outbox.waiting];
    const carried = lifted ? [{ kind: lifted.zone === PARKED ? "note.park" : "note.move", target: lifted.id, payload: lifted }] : [];
    this.view = this.store.view([...own, ...carried]);
    for (const zone of this.view.zones) {
      zone.title ||= this.words.t("parkedZone");
    }
    this.renderer.draw(this.view, this.store, lifted?.id);
    this.writing.showDots(this.store, this.view.dotsLeft);
  }

  article(id) {
    return /** @type {HTMLElement | null} */ (this.zonesElement.querySelector(`#note-${CSS.escape(id)}`));
  }

  note(id) {
    return this.view.byId.get(id);
  }

  placeOf(id) {
    const zone = this.view.zones.find((z) => z.notes.some((note) => note.id === id));
    if (!zone) {
      return null;
    }
    const at = zone.notes.findIndex((note) => note.id === id);
    return { zone: zone.id, before: zone.notes[at + 1]?.id ?? null, at, count: zone.notes.length };
  }

  move(id, zone, before) {
    // What is only carried so far does not count as there.
    this.draw();
    if (zone === PARKED) {
      this.park(id);
      return;
    }
    const place = this.placeOf(id);
    if (!place || place.zone !== zone || place.before !== before) {
      this.act("note.move", id, undefined, { zone, before });
    }
    this.sayPlace(id);
  }

  park(id) {
    if (!this.note(id)?.parked) {
      this.act("note.park", id, undefined, {});
      this.speaker.say(this.words.t("parkedNow"));
    }
  }

  sayPlace(id) {
    const place = this.placeOf(id);
    if (place) {
      this.speaker.say(this.words.t("place", this.#zoneTitle(place.zone), place.at + 1, place.count));
    }
  }

  stack(id, onto) {
    const below = this.note(onto);
    if (this.article(id)?.contains(document.activeElement)) {
      this.article(onto)?.focus({ preventScroll: true });
    }
    this.act("note.stack", id, undefined, { onto });
    this.speaker.say(this.words.t("stacked", brief(below?.text ?? "")));
  }

  dots(id, more) {
    const note = this.note(id);
    if (note && note.own + more >= 0 && (more < 0 || this.view.dotsLeft > 0)) {
      this.act("dots.set", id, undefined, { count: note.own + more });
      this.speaker.say(this.words.t("dotsLeft", this.view.dotsLeft, this.store.dots));
    }
  }

  edit(id) {
    const note = this.note(id);
    if (note?.mine && this.store.you.writes && !note.waiting) {
      openEditor(this, note);
    }
  }

  menu(id) {
    const opener = this.article(id)?.querySelector(".note__menu");
    const note = this.note(id);
    if (opener instanceof HTMLElement && !opener.hidden && note) {
      this.menuBox.open(opener, this.words.t("menuOf", brief(note.text)), menuItems(this, note, HATS));
    }
  }

  #click(event) {
    const control = event.target instanceof Element ? event.target.closest("button") : null;
    const id = /** @type {HTMLElement | null} */ (control?.closest("[data-note]"))?.dataset.note;
    if (!control || !id) {
      return;
    }
    if (control.matches(".note__menu")) {
      this.menu(id);
    } else if (control.dataset.act === "plus" || control.dataset.act === "minus") {
      this.dots(id, control.dataset.act === "plus" ? 1 : -1);
      // Pressed for the last time a button sleeps, and the next Tab goes on from its note.
      (control.disabled ? this.article(id) : control)?.focus();
    } else if (control.dataset.act === "comments") {
      this.talks.toggle(id, false);
    } else if (control.dataset.act === "stack") {
      control.focus();
      this.renderer.open.has(id) ? this.renderer.open.delete(id) : this.renderer.open.add(id);
      this.draw();
    }
  }

  #zoneTitle(id) {
    if (id === PARKED) {
      return this.words.t("parkedZone");
    }
    return this.store.zones.find((zone) => zone.id === id)?.title ?? "";
  }
}

customElements.define("allmende-board", AllmendeBoard);
