// @ts-check
/** A note somebody has begun, kept on the device until it is pinned. Each tab has its own, and a new one goes on with the last. */
import { newId } from "./id.js";
import { Shelf } from "./shelf.js";

const TAB = "allmende-tab";

export class Draft {
  #shelf;
  #tab = tab();
  /** What this tab wrote last. */
  #written = "";
  /** The draft of another tab this one goes on with. */
  #taken = null;

  /** @param {string} key */
  constructor(key) {
    this.#shelf = new Shelf(key + ":draft");
    // Another tab took it for left behind and has pinned it.
    window.addEventListener("storage", (event) => {
      if (event.key === this.#shelf.key(this.#tab) && event.newValue === null && this.#written) {
        this.#put();
      }
    });
  }

  get text() {
    const kept = this.#shelf.get(this.#tab) ?? this.#shelf.all().at(-1);
    this.#taken = kept && kept.tab !== this.#tab ? kept : null;
    this.#written = this.#taken ? "" : kept?.text ?? "";
    return kept?.text ?? "";
  }

  set text(text) {
    this.#written = text;
    text ? this.#put() : this.#shelf.drop(this.#tab);
    const taken = this.#taken;
    this.#taken = null;
    if (taken && this.#shelf.get(taken.tab)?.text === taken.text) {
      this.#shelf.drop(taken.tab);
    }
  }

  #put() {
    this.#shelf.put(this.#tab, { tab: this.#tab, text: this.#written });
  }
}

/** The same for as long as the tab is open. */
function tab() {
  try {
    const known = sessionStorage.getItem(TAB) ?? newId();
    sessionStorage.setItem(TAB, known);
    return known;
  } catch {
    return newId();
  }
}
