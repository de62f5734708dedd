// @ts-check
/**
 * <contact-cards>: the page of the contact cards as a drawer of the room. It is fetched when the drawer opens, and while
 * it stands open it looks now and then whether somebody offers a card; what is done in it is sent in place. What
 * somebody is writing in it stays, whatever the room does. Without script the way to it leads to the page itself.
 */
import { attention, begun } from "./keep.js";

const PAUSE = 5000;
const BOOK = "contact-book";
const DRAWER = "contacts";

class ContactCards extends HTMLElement {
  #room = /** @type {HTMLElement} */ (this.closest("workshop-room"));
  #opened = false;
  #looking = 0;
  #showing = false;

  connectedCallback() {
    this.#room.addEventListener("room:drawer", (event) => this.#turn(/** @type {CustomEvent} */ (event).detail));
    this.addEventListener("submit", (event) => this.#send(event));
    // What was said must not lie upon the field somebody goes on to.
    this.addEventListener("focusin", () => this.#showing || this.#say(""));
  }

  disconnectedCallback() {
    clearInterval(this.#looking);
  }

  /** Whoever opens the drawer goes on in it; whoever goes elsewhere finds it later as it was. */
  async #turn(drawer) {
    const opens = drawer === DRAWER;
    if (opens === this.#opened) {
      return;
    }
    this.#opened = opens;
    clearInterval(this.#looking);
    if (opens) {
      this.#looking = setInterval(() => document.hidden || this.#look(), PAUSE);
      this.querySelector("h2")?.focus();
      await this.#look();
    }
  }

  #look() {
    return this.#take(() => fetch(this.dataset.from ?? ""));
  }

  async #send(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    event.preventDefault();
    if (form.dataset.underWay) {
      return;
    }
    form.dataset.underWay = "true";
    const body = new URLSearchParams();
    new FormData(form).forEach((value, name) => body.append(name, String(value)));
    await this.#take(() => fetch(form.action, { method: "POST", body }), form);
    delete form.dataset.underWay;
  }

  /**
   * @param {() => Promise<Response>} ask
   * @param {HTMLFormElement} [sent] what stood in it was said
   */
  async #take(ask, sent) {
    try {
      const page = new DOMParser().parseFromString(await (await ask()).text(), "text/html");
      const fresh = page.getElementById(BOOK);
      if (fresh) {
        this.#show(fresh, sent);
      }
      const said = page.querySelector(fresh ? "main > .kern-alert" : "main h1")?.textContent?.trim();
      if (sent || !fresh) {
        this.#say(said ?? (sent && !fresh ? (this.#room.dataset.unsent ?? "") : ""));
      }
    } catch {
      sent && this.#say(this.#room.dataset.unsent ?? "");
    }
  }

  /** @param {HTMLElement} fresh @param {HTMLFormElement} [sent] */
  #show(fresh, sent) {
    const place = /** @type {HTMLElement} */ (this.querySelector(`#${BOOK}`));
    if (!sent && place.dataset.version === fresh.dataset.version) {
      return;
    }
    const attend = place.contains(document.activeElement) ? attention(BOOK) : () => {};
    const keep = begun(place, sent);
    this.#showing = true;
    place.replaceWith(document.adoptNode(fresh));
    keep();
    attend();
    /** @type {HTMLElement | null} */ (sent ? fresh.querySelector(".error-summary") : null)?.focus();
    this.#showing = false;
  }

  /** @param {string} words */
  #say(words) {
    const status = this.querySelector("[role=status]");
    if (status && status.textContent !== words) {
      status.textContent = words;
    }
  }
}

customElements.define("contact-cards", ContactCards);
