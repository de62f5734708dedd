// @ts-check
/**
 * <workshop-agenda>: lines move by drag, and by their buttons without the page being loaded anew; the focus stays on
 * the button. Without script the buttons are ordinary forms.
 */
class WorkshopAgenda extends HTMLElement {
  #dragged = null;
  #said = document.createElement("p");

  connectedCallback() {
    this.#said.className = "visually-hidden";
    this.#said.setAttribute("aria-live", "polite");
    this.after(this.#said);
    this.addEventListener("submit", (event) => this.#submit(event));
    this.addEventListener("dragstart", (event) => this.#lift(event));
    this.addEventListener("dragover", (event) => this.#over(event));
    this.addEventListener("drop", (event) => this.#drop(event));
    this.addEventListener("dragend", () => this.#let());
    this.#lines();
  }

  /** What is still ahead can be dragged. */
  #lines() {
    for (const line of this.querySelectorAll('[data-ahead="true"]')) {
      line.setAttribute("draggable", "true");
    }
  }

  #submit(event) {
    const form = event.target;
    if (form.hasAttribute("data-agenda-form")) {
      event.preventDefault();
      const fields = new FormData(form, event.submitter);
      this.#send(form, fields, event.submitter?.id);
    }
  }

  async #send(form, fields, focus) {
    const line = form.closest("[data-line]");
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(fields) });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("workshop-agenda");
    if (!fresh) {
      location.reload();
      return;
    }
    this.replaceChildren(...fresh.childNodes);
    this.#lines();
    this.#focus(focus, line);
    const moved = this.querySelector(`[data-line="${line.dataset.line}"]`);
    if (moved && moved.dataset.place !== line.dataset.place) {
      const words = [moved.dataset.title, String(Number(moved.dataset.place) + 1)];
      this.#said.textContent = (this.dataset.moved ?? "").replace(/\{(\d)\}/g, (_, at) => words[Number(at)]);
    }
  }

  /** The same button, or what is left of the line when it is at the edge, or its neighbour when it went. */
  #focus(id, line) {
    const button = id ? document.getElementById(id) : null;
    const other = button?.matches(":disabled") ? button.parentElement?.querySelector("button:enabled") : button;
    const near = this.querySelectorAll("[data-line]")[Number(line.dataset.place)] ?? this.querySelector("[data-line]:last-child");
    (other ?? near?.querySelector("a"))?.focus({ preventScroll: false });
  }

  #lift(event) {
    this.#dragged = event.target.closest("[data-line]");
    this.#dragged?.classList.add("agenda__line--dragged");
  }

  #over(event) {
    const line = this.#target(event);
    for (const other of this.querySelectorAll(".agenda__line--over")) {
      other.classList.toggle("agenda__line--over", other === line);
    }
    if (line) {
      line.classList.add("agenda__line--over");
      event.preventDefault();
    }
  }

  #target(event) {
    const line = event.target.closest?.('[data-ahead="true"]');
    return this.#dragged && line !== this.#dragged ? line : null;
  }

  #drop(event) {
    const line = this.#target(event);
    if (line) {
      event.preventDefault();
      const form = this.#dragged.querySelector("form");
      const fields = new FormData(form);
      fields.set("to", line.dataset.place);
      this.#send(form, fields);
    }
    this.#let();
  }

  #let() {
    for (const line of this.querySelectorAll(".agenda__line--over, .agenda__line--dragged")) {
      line.classList.remove("agenda__line--over", "agenda__line--dragged");
    }
    this.#dragged = null;
  }
}

customElements.define("workshop-agenda", WorkshopAgenda);
