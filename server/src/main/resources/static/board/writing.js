// @ts-check
/** The writing line: keeps a half-written note on the device, sends without leaving the page, brings back what was refused. */
import { keep } from "./arrange.js";
import { button, make } from "./elements.js";

export class WritingLine {
  #board;
  #form;
  #text;
  #error;

  constructor(board) {
    this.#board = board;
    this.#form = board.querySelector("form.writing-line");
    this.#text = this.#form.elements.namedItem("text");
    this.#error = board.querySelector("[data-board-error]");
    if (!this.#text.value) {
      this.#text.value = board.outbox.draft.text;
    }
    this.#text.addEventListener("input", () => {
      board.outbox.draft.text = this.#text.value;
      this.#check(false);
    });
    this.#text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.#form.requestSubmit();
      }
    });
    // Before app.js marks the form as sent: nothing leaves the page here.
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      event.stopPropagation();
      this.#write();
    });
    this.showRefused();
  }

  #write() {
    if (!this.#check(true)) {
      this.#text.focus();
      return;
    }
    const zone = this.#form.elements.namedItem("zone").value || undefined;
    const hat = this.#form.elements.namedItem("hat")?.value || undefined;
    this.#board.act("note.create", undefined, undefined, { text: this.#text.value, zone, hat });
    this.#text.value = "";
    this.#board.outbox.draft.text = "";
    const title = this.#board.store.zones.find((other) => other.id === zone)?.title ?? "";
    this.#board.speaker.say(this.#board.words.t("pinned", title));
    this.#text.focus();
  }

  /** Nothing is cut: what is too long stays where it is, with a sentence. */
  #check(sending) {
    const limit = Number(this.#board.dataset.limit);
    const length = Array.from(this.#text.value.trim()).length;
    const wrong = length > limit ? "tooLong" : sending && length === 0 ? "empty" : null;
    this.#error.hidden = wrong === null;
    this.#error.textContent = wrong ? this.#board.words.t(wrong, limit, length.toLocaleString(document.documentElement.lang)) : "";
    this.#text.setAttribute("aria-invalid", String(wrong !== null));
    return wrong === null;
  }

  /** What the open phase allows. */
  show(store) {
    const phase = store.phase;
    const closed = this.#board.querySelector("[data-board-closed]");
    closed.textContent = this.#board.words.t(phase?.locked ? "locked" : phase?.groups === "walk" ? "walk" : "closed");
    this.#swap(closed, store.you.writes);
    const task = this.#board.querySelector("[data-board-task]");
    task.textContent = phase?.task ?? "";
    const zones = this.#form.elements.namedItem("zone");
    const chosen = zones.value;
    zones.replaceChildren(...store.zones.map((zone) => {
      const option = make("option", "", this.#board.words.t("inZone", zone.group ? this.#board.words.t("groupZone", zone.group, zone.title) : zone.title));
      option.value = zone.id;
      return option;
    }));
    zones.value = store.zones.some((zone) => zone.id === chosen) ? chosen : store.zones[0]?.id ?? "";
    const hat = this.#form.elements.namedItem("hat");
    if (hat && phase && hat.dataset.phase !== phase.key) {
      hat.value = phase.hat;
      hat.dataset.phase = phase.key;
    }
    this.#board.querySelector("[data-board-hat]").hidden = !store.you.writes;
  }

  /** Either one may write or reads why not. Whoever has the focus in the one finds it in the other, and back again. */
  #swap(closed, open) {
    const within = this.#form.contains(document.activeElement);
    const waiting = document.activeElement === closed;
    this.#form.hidden = !open;
    closed.hidden = open;
    if (within && !open) {
      closed.tabIndex = -1;
      closed.focus({ preventScroll: true });
    } else if (waiting && open) {
      this.#text.focus({ preventScroll: true });
    }
  }

  showDots(store, left) {
    const place = this.#board.querySelector("[data-board-dots]");
    const all = store.dots;
    place.hidden = !store.you.points;
    const told = store.phase?.totals === false ? "dotsLeftCovered" : "dotsLeft";
    const sign = [told, left, all].join();
    if (place.dataset.sign === sign || place.hidden) {
      return;
    }
    place.dataset.sign = sign;
    const dots = make("span", "dots");
    dots.setAttribute("aria-hidden", "true");
    for (let i = 0; i < all; i++) {
      dots.append(make("span", i < left ? "dot dot--own" : "dot dot--free"));
    }
    place.replaceChildren(this.#board.words.t(told, left, all) + " ", dots);
  }

  /** Keeps words whose note is no more; gives the way back to each. */
  rescue(texts) {
    const { outbox, speaker, words } = this.#board;
    const reason = words.t("begun");
    const entries = texts.map((text) => outbox.keepWords(text, reason));
    const items = this.showRefused();
    speaker.say(reason);
    return entries.map((entry) => items.find((item) => item.dataset.op === entry.opId).querySelector("button"));
  }

  /** Texts the server did not take: each with its reason and a way back. */
  showRefused() {
    const { refused } = this.#board.outbox;
    const list = this.#board.querySelector("[data-board-refused]");
    const known = new Map(Array.from(list.children, (item) => [item.dataset.op, item]));
    const items = refused.map((entry) => known.get(entry.opId) ?? this.#refused(entry));
    list.hidden = items.length === 0;
    keep(list, items);
    return items;
  }

  #refused(entry) {
    const { words } = this.#board;
    const item = make("li", "refused-note");
    item.dataset.op = entry.opId;
    const reason = make("strong", "", entry.reason);
    reason.id = "refused-" + entry.opId;
    const back = button("kern-btn kern-btn--secondary kern-btn--small", words.t("takeBack"));
    back.setAttribute("aria-describedby", reason.id);
    back.addEventListener("click", () => this.#takeBack(entry));
    const away = button("kern-btn kern-btn--tertiary kern-btn--small", words.t("throwAway"));
    away.addEventListener("click", () => this.#drop(entry));
    const actions = make("div", "cluster");
    actions.append(back, away);
    item.append(reason, make("p", "note__text", entry.text), actions);
    return item;
  }

  #takeBack(entry) {
    const before = this.#text.value.trim();
    this.#text.value = before ? before + "\n" + entry.text : entry.text;
    this.#board.outbox.draft.text = this.#text.value;
    this.#drop(entry);
    if (this.#form.hidden) {
      this.#board.status.complain(this.#board.words.t("keptForLater"));
    } else {
      this.#text.focus();
    }
  }

  #drop(entry) {
    this.#board.outbox.drop(entry.opId);
    this.showRefused();
  }
}
