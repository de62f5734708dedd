// @ts-check
/**
 * The strip of people: a tile with picture or initials for the first few, those with a camera first, and a line with
 * the names of the rest. Everybody is heard. A shared screen is shown on the stage, large enough to be read.
 */
const VISIBLE = 9;
const LOUD = 0.02;
/** Milliseconds: between two words nobody stops speaking. */
const PAUSE = 1000;

/** The event "silent" says that the browser lets nobody be heard yet. */
export class Tiles extends EventTarget {
  #list;
  #rest;
  #stage;
  #words;
  /** @type {Map<string, Person>} */
  #people = new Map();
  #silent = false;

  /**
   * @param {HTMLElement} list
   * @param {HTMLElement} rest
   * @param {Element} stage
   * @param {import("../base/words.js").Words} words
   */
  constructor(list, rest, stage, words) {
    super();
    this.#list = list;
    this.#rest = rest;
    this.#stage = stage;
    this.#words = words;
  }

  /** The names of all others who are there. */
  get others() {
    return [...this.#people.values()].filter((person) => !person.own).map((person) => person.name);
  }

  /** @param {{id: string, name: string, microphone: boolean, camera: boolean}[]} people */
  enter(people) {
    this.clear();
    people.forEach((person) => this.#add(person));
    this.draw();
  }

  come(person) {
    this.#add(person);
    this.draw();
  }

  #add(person) {
    const silent = () => {
      this.#silent = true;
      this.dispatchEvent(new Event("silent"));
    };
    this.#people.set(person.id, new Person(person, this.#words, silent));
  }

  /** Lets be heard who was not allowed to before somebody touched the page. Whether there were any. */
  listens() {
    const were = this.#silent;
    this.#silent = false;
    if (were) {
      this.#people.forEach((person) => person.play());
    }
    return were;
  }

  leave(id) {
    this.#people.get(id)?.end();
    this.#people.delete(id);
    this.draw();
  }

  shows({ id, ...showing }) {
    this.#people.get(id)?.shows(showing);
    this.draw();
  }

  media({ person, track, receiver }) {
    this.#people.get(person)?.media(track, receiver);
  }

  clear() {
    this.#people.forEach((person) => person.end());
    this.#people.clear();
    this.draw();
  }

  /** Marks who is speaking now. */
  listen() {
    this.#people.forEach((person) => person.listen());
  }

  draw() {
    const people = [...this.#people.values()].sort((one, other) => other.rank - one.rank);
    const shown = people.slice(0, VISIBLE).map((person) => person.tile);
    const rest = people.slice(VISIBLE).map((person) => person.name);
    fill(this.#list, shown);
    fill(
      this.#stage,
      people.filter((person) => person.isOnStage).map((person) => person.figure),
    );
    people.forEach((person) => person.play());
    this.#rest.textContent = rest.length > 0 ? this.#words.t("rest", rest.join(", ")) : "";
    this.#rest.hidden = rest.length === 0;
  }
}

/**
 * What stays is not taken out: a video put in again stops for a moment.
 *
 * @param {Element} parent
 * @param {Element[]} wanted
 */
function fill(parent, wanted) {
  [...parent.children].filter((child) => !wanted.includes(child)).forEach((child) => child.remove());
  wanted.forEach((child, i) => {
    if (parent.children[i] !== child) {
      parent.insertBefore(child, parent.children[i] ?? null);
    }
  });
}

class Person {
  #words;
  #silent;
  #sound = document.createElement("audio");
  #video = document.createElement("video");
  #state = document.createElement("span");
  #receiver = null;
  #heard = -Infinity;
  #microphone = false;
  #camera = false;
  #screen = false;

  constructor({ name, own = false, voice = false, ...showing }, words, silent) {
    this.#words = words;
    this.#silent = silent;
    this.name = own ? words.t("you") : voice ? words.t("toAll", name) : name;
    this.own = own;
    this.tile = document.createElement("li");
    this.tile.className = "video-tile";
    this.tile.classList.toggle("video-tile--own", own);
    const initials = document.createElement("span");
    initials.className = "video-tile__initials";
    initials.setAttribute("aria-hidden", "true");
    initials.textContent = letters(name);
    const strip = document.createElement("span");
    strip.className = "video-tile__name";
    const label = document.createElement("span");
    label.textContent = this.name;
    strip.append(this.#state, label);
    this.#video.muted = true;
    this.#video.playsInline = true;
    this.tile.append(initials, this.#video, strip);
    this.figure = document.createElement("figure");
    this.figure.className = "media-stage__screen";
    const caption = document.createElement("figcaption");
    caption.textContent = words.t("screenOf", name);
    this.figure.append(caption, whole(this.figure, words));
    this.shows(showing);
  }

  /** Whoever shares a screen does not need to see it twice. */
  get isOnStage() {
    return this.#screen && !this.own;
  }

  /** One's own tile first, then who is seen, then who may be heard. */
  get rank() {
    return (this.own ? 4 : 0) + (this.#camera || this.#screen ? 2 : 0) + (this.#microphone ? 1 : 0);
  }

  shows({ microphone, camera, screen = false }) {
    this.#microphone = microphone;
    this.#camera = camera;
    this.#screen = screen;
    this.#video.hidden = !camera && !screen;
    this.tile.classList.toggle("video-tile--screen", screen);
    if (this.isOnStage) {
      this.figure.prepend(this.#video);
    } else if (this.#video.parentElement !== this.tile) {
      this.tile.firstElementChild?.after(this.#video);
    }
    // Who is muted is not heard, even if the other browser goes on sending.
    this.#sound.muted = !microphone;
    const word = document.createElement("span");
    word.className = "visually-hidden";
    word.textContent = this.#words.t(microphone ? "hasMicrophone" : "hasNoMicrophone");
    this.#state.replaceChildren(icon(microphone ? "mic" : "mic-off"), word);
    if (!microphone) {
      this.tile.classList.remove("video-tile--speaking");
    }
  }

  media(track, receiver) {
    const element = track.kind === "audio" ? this.#sound : this.#video;
    const now = /** @type {MediaStream | null} */ (element.srcObject)?.getTracks()[0];
    if (now !== track) {
      element.srcObject = new MediaStream([track]);
    }
    if (track.kind === "audio") {
      this.#receiver = receiver;
    }
    this.play();
  }

  play() {
    for (const element of [this.#sound, this.#video]) {
      if (element.srcObject && element.paused) {
        // Anything else: it was taken out again before it began.
        element.play().catch((error) => error.name === "NotAllowedError" && element === this.#sound && this.#silent());
      }
    }
  }

  listen() {
    const level = Math.max(0, ...(this.#receiver?.getSynchronizationSources() ?? []).map((s) => s.audioLevel ?? 0));
    const now = performance.now();
    if (level > LOUD) {
      this.#heard = now;
    }
    this.tile.classList.toggle("video-tile--speaking", this.#microphone && now - this.#heard < PAUSE);
  }

  end() {
    this.#sound.srcObject = null;
    this.#video.srcObject = null;
  }
}

/** A button that shows the element on the whole screen. */
function whole(element, words) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "kern-btn kern-btn--secondary kern-btn--small";
  const label = document.createElement("span");
  label.className = "kern-label";
  label.textContent = words.t("whole");
  button.append(label);
  button.addEventListener("click", () =>
    document.fullscreenElement ? document.exitFullscreen() : element.requestFullscreen(),
  );
  return button;
}

function letters(name) {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words[words.length - 1] : ""].map((word) => word?.charAt(0) ?? "").join("");
}

/** @param {string} name */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `/base/icons.svg#${name}`);
  svg.append(use);
  return svg;
}
