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
      if (event.submitter?.ariaDisabled === "true") {
        return;
      }
      const fields = new FormData(form, event.submitter);
      this.#send(form, fields, event.submitter?.id ?? "");
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
    const now = this.querySelector(`[data-line="${line.dataset.line}"]`);
    if (focus !== undefined) {
      this.#focus(focus, now);
    }
    if (now) {
      this.#say(line, now);
    }
  }

  #say(before, now) {
    const { removed, restored, moved } = this.dataset;
    const words = [now.dataset.title, String(Number(now.dataset.place) + 1)];
    const sentence = "removed" in now.dataset ? removed : "removed" in before.dataset ? restored : moved;
    if (before.dataset.place !== now.dataset.place) {
      this.#said.textContent = (sentence ?? "").replace(/\{(\d)\}/g, (_, at) => words[Number(at)]);
    }
  }

  /**
   * The same button, though at the edge it does nothing any more: whoever presses on must not move the line back. When
   * the line went, what takes that back; when it came, its name.
   */
  #focus(id, line) {
    const button = document.getElementById(id);
    if (button instanceof HTMLButtonElement && button.disabled) {
      button.disabled = false;
      button.ariaDisabled = "true";
    }
    const other = line?.querySelector('[id^="restore-"], a') ?? this.querySelector("[data-line] a");
    (button ?? other)?.focus({ preventScroll: false });
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
      const down = Number(line.dataset.place) > Number(this.#dragged.dataset.place);
      line.classList.add("agenda__line--over");
      line.classList.toggle("agenda__line--below", down);
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
      line.classList.remove("agenda__line--over", "agenda__line--below", "agenda__line--dragged");
    }
    this.#dragged = null;
  }
}

customElements.define("workshop-agenda", WorkshopAgenda);
