// @ts-check
/**
 * <workshop-room>: keeps what stands around the board in step with the server. Every few seconds, and at once when the
 * board says that a phase opened, it asks for the room's version; if that changed, it takes head, bar, drawer and
 * notice from a fresh copy of the page. The board itself is never touched, nor is what somebody is writing. Without
 * script every link and form here is an ordinary one.
 */
import { attention, begun } from "./keep.js";

const PAUSE = 2500;
const PARTS = [
  "room-head",
  "room-lead",
  "room-facilitation",
  "room-talk",
  "room-groups",
  "room-media",
  "room-notice",
  "room-arrival",
  "room-group",
  "drawer-tabs",
  "drawer-agenda",
  "drawer-people",
  "question-list",
];
/** Stands still while others ask, and comes back empty, or with what is wrong, when it was sent. */
const ASKING = "question-form";
/** Depends on the group in the page's address, which the answer to a form does not know. */
const VISITED = ["room-groups", "room-media"];

class WorkshopRoom extends HTMLElement {
  connectedCallback() {
    this.offset = 0;
    /** How many looks are on their way, and the number of the last copy of the page asked for. */
    this.busy = 0;
    this.asked = 0;
    this.synchronise();
    this.addEventListener("submit", (event) => this.send(event));
    this.addEventListener("click", (event) => this.show(event));
    this.addEventListener("board:phase", () => this.look());
    this.addEventListener("media:visit", () => this.revisit());
    this.ticking = setInterval(() => this.tick(), 250);
    this.looking = setInterval(() => this.busy || this.look(), PAUSE);
  }

  disconnectedCallback() {
    clearInterval(this.ticking);
    clearInterval(this.looking);
  }

  async look() {
    this.busy++;
    try {
      const answer = await fetch(this.dataset.state ?? "", { headers: { Accept: "application/json" } });
      if (answer.status === 403) {
        location.reload();
        return;
      }
      if (answer.status >= 500) {
        return;
      }
      const state = await answer.json();
      this.offset = Date.parse(state.now) - Date.now();
      if (state.version !== this.dataset.version) {
        await this.refresh();
      }
    } catch {
      // Not connected; the board says so, and the next look comes.
    } finally {
      this.busy--;
    }
  }

  async refresh() {
    const fresh = await this.ask();
    if (fresh) {
      this.take(fresh);
    }
  }

  /** Shows the group in the page's address. */
  async revisit() {
    const fresh = await this.ask();
    if (fresh?.querySelector("workshop-room")) {
      this.put(fresh, VISITED);
    }
  }

  /**
   * The page as it is now; nothing while the server or the way to it is away, or when somebody went on or a newer one
   * was asked for meanwhile.
   */
  async ask() {
    const address = location.href;
    const asked = ++this.asked;
    try {
      const answer = await fetch(address);
      const html = await answer.text();
      return answer.status < 500 && address === location.href && asked === this.asked ? page(html) : null;
    } catch {
      return null;
    }
  }

  /**
   * @param {Document} fresh
   * @param {HTMLFormElement} [sent] whose answer this is
   * @param {HTMLFormElement} [said] the same, if what stood in it was taken
   */
  take(fresh, sent, said) {
    const room = fresh.querySelector("workshop-room");
    if (!room && sent) {
      this.tell(fresh.querySelector("main h1")?.textContent?.trim() || (this.dataset.unsent ?? ""));
      return;
    }
    if (!room) {
      location.reload();
      return;
    }
    const parts = sent?.id === ASKING ? [...PARTS, ASKING] : PARTS;
    const visits = new URLSearchParams(location.search).has("group");
    this.put(fresh, sent && visits ? parts.filter((id) => !VISITED.includes(id)) : parts, said);
    if (sent) {
      this.hear(fresh);
    }
    this.dataset.version = room.getAttribute("data-version") ?? "";
    document.title = fresh.title;
    this.synchronise();
    if (sent && visits) {
      this.revisit();
    }
  }

  /**
   * @param {Document} fresh
   * @param {string[]} parts
   * @param {HTMLFormElement} [said] what stood in it was taken
   */
  put(fresh, parts, said) {
    const around = [...PARTS, ASKING].find((id) => document.getElementById(id)?.contains(document.activeElement));
    const attend = around ? attention(around, "main") : () => {};
    const drawer = this.querySelector(".drawer__tabs [aria-current]")?.getAttribute("data-drawer");
    const saved = this.querySelector("[data-board-saved]")?.cloneNode(true);
    const scrolled = parts.map((id) => ({ id, top: document.getElementById(id)?.scrollTop ?? 0 }));
    for (const id of parts) {
      const now = document.getElementById(id);
      const then = fresh.getElementById(id);
      if (now && then) {
        const keep = begun(now, said);
        now.replaceWith(document.adoptNode(then));
        keep();
      }
    }
    const place = this.querySelector("[data-board-saved]");
    if (saved && place) {
      place.replaceWith(saved);
    }
    this.open(drawer ?? "agenda");
    for (const { id, top } of scrolled.filter((each) => each.top > 0)) {
      document.getElementById(id)?.scrollTo({ top, behavior: "instant" });
    }
    attend();
  }

  /** @param {SubmitEvent} event */
  async send(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (!form.hasAttribute("data-room-form")) {
      return;
    }
    event.preventDefault();
    if (form.dataset.underWay) {
      return;
    }
    form.dataset.underWay = "true";
    const fields = new URLSearchParams();
    new FormData(form, event.submitter).forEach((value, name) => fields.append(name, String(value)));
    try {
      const answer = await fetch(form.action, { method: "POST", body: fields });
      // What was asked for before is older than this answer.
      this.asked++;
      this.take(page(await answer.text()), form, answer.ok ? form : undefined);
    } catch {
      this.tell(this.dataset.unsent ?? "");
    }
    delete form.dataset.underWay;
  }

  /** Says above the board what the server says to what was sent; until then the last word stands. @param {Document} fresh */
  hear(fresh) {
    document.getElementById("room-told")?.replaceChildren(...(fresh.getElementById("room-told")?.childNodes ?? []));
  }

  /** Says above the board what went wrong. @param {string} words */
  tell(words) {
    const line = document.createElement("p");
    line.className = "kern-alert kern-alert--warning room__notice";
    line.textContent = words;
    document.getElementById("room-told")?.replaceChildren(line);
  }

  /** @param {Event} event */
  show(event) {
    const target = event.target instanceof Element ? event.target.closest("[data-view], [data-drawer]") : null;
    if (!target) {
      return;
    }
    event.preventDefault();
    const view = target.getAttribute("data-view");
    const drawer = target.getAttribute("data-drawer");
    if (view) {
      for (const other of ["board", "video", "drawer", "lead"]) {
        this.classList.toggle(`room--${other}`, other === view);
      }
      const links = [...this.querySelectorAll(".room__bar [data-view]")];
      const leads = (link) => link.getAttribute("data-view") === view && link.getAttribute("data-drawer") === drawer;
      this.mark(links, links.find(leads));
    }
    if (drawer) {
      this.open(drawer);
    }
  }

  /** @param {string} drawer */
  open(drawer) {
    for (const body of this.querySelectorAll(".drawer__body")) {
      body.toggleAttribute("hidden", body.id !== `drawer-${drawer}`);
    }
    this.mark(
      this.querySelectorAll(".drawer__tabs a"),
      this.querySelector(`.drawer__tabs [data-drawer="${drawer}"]`),
    );
    this.dispatchEvent(new CustomEvent("room:drawer", { detail: drawer }));
  }

  mark(links, current) {
    for (const link of links) {
      if (link === current) {
        link.setAttribute("aria-current", "true");
      } else {
        link.removeAttribute("aria-current");
      }
    }
  }

  /** Takes the server's time from the page. */
  synchronise() {
    const timer = this.querySelector("[data-timer]");
    if (timer instanceof HTMLElement && timer.dataset.now) {
      this.offset = Date.parse(timer.dataset.now) - Date.now();
    }
    this.tick();
  }

  tick() {
    const timer = this.querySelector("[data-timer]");
    const figure = timer?.querySelector("[data-left]");
    if (!(timer instanceof HTMLElement) || !figure || !timer.dataset.ends) {
      return;
    }
    const left = Date.parse(timer.dataset.ends) - Date.now() - (this.offset ?? 0);
    const seconds = Math.max(0, Math.floor(left / 1000));
    const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    if (figure.textContent !== text) {
      figure.textContent = text;
      timer.classList.toggle("timer--ending", seconds < 60);
    }
  }
}

/** @param {string} html */
function page(html) {
  return new DOMParser().parseFromString(html, "text/html");
}

customElements.define("workshop-room", WorkshopRoom);
