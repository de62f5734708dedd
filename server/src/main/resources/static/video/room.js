// @ts-check
/**
 * <media-room>: takes part in the media room in which the server has put this person. Joining is a click; from then on
 * the element follows wherever the server says, without touching the page around it. Links with data-visit lead to
 * another group those who may go there.
 */
import { Line } from "../base/line.js";
import { Own } from "./own.js";
import { Tiles } from "./tiles.js";
import { Voice } from "./voice.js";
import { Ways } from "./ways.js";
import { Words } from "../base/words.js";

/** Milliseconds between two looks at who speaks: a look sees one packet, and a short sound is only a few. */
const SPEAKING = 50;
const AGAIN = [500, 2000, 5000, 10_000, 30_000, 60_000];
const ME = "me";

class MediaRoom extends HTMLElement {
  #own = new Own();
  /** @type {Line | null} */
  #line = null;
  /** @type {Ways | null} */
  #ways = null;
  #speaking = 0;
  #tries = 0;
  #retry = 0;
  /** Another whenever one leaves: what was waited for until then no longer counts. */
  #stay = 0;
  /** Whether sound and pictures can be passed on. */
  #up = true;
  /** What the last device asked for came to, while nothing better is known. */
  #trouble = "";
  #shares = false;
  /** @type {string[]} for whom besides oneself the room is kept, if it is that of a pair */
  #with = [];
  /** Who speaks to all groups from elsewhere. */
  #voices = new Set();
  /** @type {number[]} into which one may speak without being there */
  #groups = [];
  /** @type {Voice | null} while one speaks to all groups */
  #voice = null;
  /** Whether the microphone is on for that alone, and goes off with it. */
  #lent = false;
  #leaving = new AbortController();

  connectedCallback() {
    this.words = new Words(this);
    this.tiles = new Tiles(
      this.#part("tiles"),
      this.#part("rest"),
      document.querySelector("[data-media-stage]") ?? document.createElement("div"),
      this.words,
    );
    this.#button("screen")?.toggleAttribute("hidden", !Own.hasScreen);
    const { signal } = this.#leaving;
    this.tiles.addEventListener("silent", () => this.#say("silent"), { signal });
    this.addEventListener("click", (event) => this.#press(event), { signal });
    document.addEventListener("click", (event) => this.#visit(event), { signal });
    document.addEventListener("submit", (event) => this.#answerCall(event), { signal });
    // Some browsers let nothing sound before somebody has touched the page.
    document.addEventListener("click", () => this.#listen(), { signal });
    document.addEventListener("keydown", () => this.#listen(), { signal });
    window.addEventListener("popstate", () => this.#goTo(visited()), { signal });
    this.#own.addEventListener("change", () => this.#changed());
    this.#show("apart");
  }

  disconnectedCallback() {
    this.#leaving.abort();
    this.#leave();
  }

  /** How many frames of each picture that comes in were shown. */
  async frames() {
    const reports = (await this.#ways?.stats()) ?? [];
    return reports
      .flatMap((report) => [...report.values()])
      .filter((one) => one.type === "inbound-rtp" && one.kind === "video")
      .map((one) => one.framesDecoded);
  }

  /** @returns {HTMLElement} */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-media="${name}"]`));
  }

  #press(event) {
    const button = event.target instanceof Element ? event.target.closest("[data-do]") : null;
    switch (button?.getAttribute("data-do")) {
      case "join-camera":
        this.#join(true, true);
        break;
      case "join-sound":
        this.#join(true, false);
        break;
      case "join":
        this.#join(false, false);
        break;
      case "microphone":
        this.#lent = false;
        this.#try(() => this.#own.listen(!this.#own.microphone));
        break;
      case "camera":
        this.#try(() => this.#own.look(!this.#own.camera));
        break;
      case "screen":
        this.#share();
        break;
      case "voice":
        this.#voice ? this.#fallSilent() : this.#speakToAll();
        break;
      case "leave":
        this.#leave();
        this.#part("join").querySelector("button")?.focus();
        break;
    }
  }

  /**
   * @param {boolean} sound
   * @param {boolean} picture
   */
  async #join(sound, picture) {
    const stay = this.#stay;
    this.#show("joining");
    this.#part("tools").querySelector("button")?.focus({ preventScroll: true });
    this.#say("connecting");
    await this.#try(async () => {
      if (sound) {
        await this.#own.listen(true);
      }
      if (picture && stay === this.#stay) {
        await this.#own.look(true);
      }
    });
    if (stay === this.#stay) {
      this.#open();
    }
  }

  async #share() {
    const stay = this.#stay;
    try {
      await this.#own.share(!this.#own.screen);
    } catch (error) {
      // Whoever closes the browser's question has changed their mind.
      if (stay === this.#stay && error?.name !== "NotAllowedError") {
        this.#say("noScreen");
      }
    }
  }

  async #speakToAll() {
    const stay = this.#stay;
    this.#lent ||= !this.#own.microphone;
    await this.#try(() => this.#own.listen(true));
    if (stay !== this.#stay || this.#voice) {
      return;
    }
    if (!this.#own.microphone || this.#groups.length === 0) {
      this.#giveBack();
      return;
    }
    const voice = new Voice(this.dataset.line ?? "", this.#own, this.#groups);
    this.#voice = voice;
    voice.addEventListener("ended", (event) => {
      if (this.#voice === voice) {
        this.#fallSilent();
        this.#write(/** @type {CustomEvent} */ (event).detail);
      }
    });
    this.#toggle("voice", true);
    this.#say("speaking");
  }

  /** @param {number[]} groups into which one may speak from now on */
  #mayReach(groups) {
    const button = this.#button("voice");
    const others = String(groups) !== String(this.#groups);
    this.#groups = groups;
    if (groups.length === 0 && button === document.activeElement) {
      // Not on a button: who is about to press does not mean that one.
      this.#part("tools").focus({ preventScroll: true });
    }
    button?.toggleAttribute("hidden", groups.length === 0);
    others && this.#voice && this.#fallSilent();
  }

  /** One is heard no longer but in the room one is in. */
  #fallSilent() {
    this.#voice?.end();
    this.#voice = null;
    this.#toggle("voice", false);
    this.#giveBack();
    this.dataset.is === "in" && this.#sayPlace();
  }

  /** What one says after it is for nobody's ears who was not meant. */
  #giveBack() {
    const lent = this.#lent;
    this.#lent = false;
    lent && this.#own.listen(false);
  }

  /** The name of the room one is in, if it is not that of a pair. */
  #place() {
    const group = this.dataset.group ?? "";
    return this.words.t(group === "0" ? "plenary" : "group", group);
  }

  /** Says where one is, of a pair with whom, and what device is missing. */
  #sayPlace() {
    const place = this.#up ? this.#where() : this.words.t("down");
    this.#write([place, this.#trouble].filter((part) => part !== "").join(" "));
  }

  #where() {
    const there = this.tiles.others;
    if (this.#with.length === 0) {
      return this.words.t("in", this.#place());
    }
    return this.words.t(there.length > 0 ? "pair" : "alone", listed(there.length > 0 ? there : this.#with));
  }

  /** @param {() => Promise<void>} step */
  async #try(step) {
    const stay = this.#stay;
    let trouble = "";
    try {
      await step();
    } catch (error) {
      trouble = this.words.t(error?.name === "NotAllowedError" ? "denied" : "noDevice");
    }
    if (stay !== this.#stay || (trouble === "" && this.#trouble === "")) {
      return;
    }
    this.#trouble = trouble;
    if (this.dataset.is === "in") {
      this.#sayPlace();
    } else if (trouble !== "") {
      this.#write(trouble);
    }
  }

  #open() {
    const line = new Line(this.dataset.line ?? "", () => ({ visit: visited(), ...this.#state() }));
    this.#line = line;
    line.addEventListener("up", (event) => {
      this.#calm();
      this.#ways?.close();
      this.#ways = new Ways(/** @type {CustomEvent} */ (event).detail, this.#own, line);
      this.#ways.addEventListener("media", ({ detail }) => detail.forEach((media) => this.tiles.media(media)));
      this.#ways.addEventListener("failed", () => this.#again());
      this.#ways.addEventListener("connected", () => (this.#tries = 0));
    });
    line.addEventListener("down", () => this.#line === line && this.#say("lost"));
    line.addEventListener("message", (event) => this.#hear(/** @type {CustomEvent} */ (event).detail));
    line.start();
    this.#speaking = setInterval(() => this.tiles.listen(), SPEAKING);
  }

  #hear(message) {
    switch (message.type) {
      case "room":
        this.#enter(message);
        break;
      case "came":
        this.tiles.come(message.person);
        this.#with.length > 0 && this.#sayPlace();
        if (message.person.voice) {
          this.#voices.add(message.person.id);
          this.#say("speaks", message.person.name);
        }
        break;
      case "left":
        this.#ways?.leave(message.id);
        this.tiles.leave(message.id);
        (this.#voices.delete(message.id) || this.#with.length > 0) && this.#sayPlace();
        break;
      case "voices":
        this.#mayReach(message.groups);
        break;
      case "shows":
        this.tiles.shows(message);
        break;
      case "signal":
        this.#ways?.signal(message);
        break;
      case "mute":
        this.#own.listen(false);
        this.#say("muted");
        break;
      case "provider":
        this.#up = message.up;
        this.#say(message.up ? "again" : "down");
        break;
      case "bye":
        this.#leave();
        this.#write(message.reason);
        break;
    }
  }

  #enter({ group, entry, full, up, with: kept = [], people }) {
    this.#calm();
    if (this.#own.screen && this.dataset.group !== String(group ?? "")) {
      // It was shown to others.
      this.#own.share(false);
    }
    this.#with = kept;
    this.#voices = new Set(people.filter((person) => person.voice).map((person) => person.id));
    this.#up = up;
    this.dataset.group = group === null ? "" : String(group);
    this.dispatchEvent(new CustomEvent("media:room", { bubbles: true, detail: { group } }));
    this.tiles.enter(group === null ? [] : people);
    this.#ways?.close();
    this.#show(group === null || full ? "waiting" : "in");
    if (group === null) {
      this.#fallSilent();
      // Nobody is there to see or hear; whoever comes back switches on again.
      this.#own.end();
      this.#trouble = "";
      this.#changed();
      this.#say("nowhere");
    } else if (full) {
      this.#say("full");
    } else {
      this.tiles.come({ id: ME, name: this.dataset.name, own: true, ...this.#state() });
      this.#own.track("video") && this.tiles.media({ person: ME, track: this.#own.track("video") });
      this.#sayPlace();
      if (up) {
        this.#ways?.enter(entry, people);
      }
    }
  }

  #state() {
    return { microphone: this.#own.microphone, camera: this.#own.camera, screen: this.#own.screen };
  }

  /** What one's own devices give is another. */
  #changed() {
    const state = this.#state();
    this.#toggle("microphone", state.microphone);
    this.#toggle("camera", state.camera);
    this.#toggle("screen", state.screen);
    this.#line?.send({ type: "shows", ...state });
    this.#ways?.load();
    this.tiles.shows({ id: ME, ...state });
    const picture = this.#own.track("video");
    picture && this.tiles.media({ person: ME, track: picture });
    if (this.#shares !== state.screen && this.dataset.is === "in") {
      state.screen ? this.#say("shared") : this.#sayPlace();
    }
    this.#shares = state.screen;
    if (this.#voice && !state.microphone) {
      this.#fallSilent();
    }
  }

  #button(name) {
    return this.querySelector(`[data-do="${name}"]`);
  }

  #toggle(name, on) {
    const button = this.#button(name);
    button?.setAttribute("aria-pressed", String(on));
    for (const use of button?.querySelectorAll("[data-when]") ?? []) {
      use.toggleAttribute("hidden", (use.getAttribute("data-when") === "on") !== on);
    }
  }

  /** A connection broke; after a pause everything is connected anew, however many broke meanwhile. */
  #again() {
    if (this.#retry === 0) {
      const pause = AGAIN[Math.min(this.#tries++, AGAIN.length - 1)];
      this.#retry = setTimeout(() => {
        this.#retry = 0;
        this.#line?.send({ type: "again" });
      }, pause);
    }
  }

  #calm() {
    clearTimeout(this.#retry);
    this.#retry = 0;
  }

  #leave() {
    this.#stay++;
    this.#calm();
    clearInterval(this.#speaking);
    const line = this.#line;
    this.#line = null;
    line?.end();
    this.#ways?.close();
    this.#ways = null;
    this.#mayReach([]);
    this.#lent = false;
    this.#tries = 0;
    this.#trouble = "";
    this.#show("apart");
    this.#own.end();
    this.#changed();
    this.tiles.clear();
    this.#write("");
  }

  #visit(event) {
    const link = event.target instanceof Element ? event.target.closest("a[data-visit]") : null;
    if (link instanceof HTMLAnchorElement && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      history.pushState(null, "", link.href);
      this.#goTo(visited());
    }
  }

  /** Whoever goes where they were called goes there with eyes and ears, too. */
  #answerCall(event) {
    const group = event.target instanceof HTMLFormElement ? event.target.dataset.visit : undefined;
    if (group !== undefined) {
      const there = new URL(location.href);
      there.searchParams.set("group", group);
      history.pushState(null, "", there);
      this.#goTo(visited());
    }
  }

  #listen() {
    if (this.tiles.listens()) {
      this.dataset.is === "in" && this.#sayPlace();
    }
  }

  #goTo(group) {
    for (const link of document.querySelectorAll("a[data-visit]")) {
      if (link.getAttribute("data-visit") === String(group ?? 0)) {
        link.setAttribute("aria-current", "page");
      } else {
        link.removeAttribute("aria-current");
      }
    }
    this.#line?.send({ type: "visit", group });
    this.dispatchEvent(new CustomEvent("media:visit", { bubbles: true }));
  }

  /** @param {"apart" | "joining" | "waiting" | "in"} state */
  #show(state) {
    this.dataset.is = state;
    this.#part("join").hidden = state !== "apart";
    this.#part("tools").hidden = state === "apart";
  }

  #say(word, ...args) {
    this.#write(this.words.t(word, ...args));
  }

  #write(text) {
    const status = this.#part("status");
    if (status.textContent !== text) {
      status.textContent = text;
    }
  }
}

/** @param {string[]} names */
function listed(names) {
  return new Intl.ListFormat(document.documentElement.lang).format(names);
}

/** The group the address of the page names. */
function visited() {
  const group = new URLSearchParams(location.search).get("group");
  return group === null ? null : Number(group);
}

customElements.define("media-room", MediaRoom);
