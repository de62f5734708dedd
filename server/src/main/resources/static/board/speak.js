// @ts-check
/** Says things to people who listen: own actions at once, what others do in one sentence every ten seconds. */
const PAUSE = 10_000;

export class Speaker {
  #now;
  #others;
  #words;
  #counts = new Map();
  #timer = 0;

  constructor(root, words) {
    this.#words = words;
    this.#now = region(root);
    this.#others = region(root);
  }

  say(text) {
    this.#now.textContent = "";
    requestAnimationFrame(() => (this.#now.textContent = text));
  }

  /** Counts a note somebody else wrote. */
  newNote(zoneTitle) {
    this.#counts.set(zoneTitle, (this.#counts.get(zoneTitle) ?? 0) + 1);
    if (!this.#timer) {
      this.#timer = setTimeout(() => this.#tell(), PAUSE);
    }
  }

  #tell() {
    this.#timer = 0;
    const parts = Array.from(this.#counts, ([zone, count]) => this.#words.n("othersWrote", count, zone));
    this.#counts.clear();
    this.#others.textContent = parts.join(" ");
  }
}

function region(root) {
  const element = document.createElement("p");
  element.className = "visually-hidden";
  element.setAttribute("aria-live", "polite");
  root.append(element);
  return element;
}
