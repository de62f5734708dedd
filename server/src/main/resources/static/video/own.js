// @ts-check
/**
 * One's own microphone, camera and screen. Asked for only after somebody has chosen to take part; a camera switched off
 * is given back, so that its light goes out. A screen goes where the camera's picture would. Event "change" whenever
 * what may be sent is another.
 */
const PICTURE = { width: { ideal: 320 }, height: { ideal: 200 }, frameRate: { max: 15 } };
/** To be read: sharp rather than smooth. */
const SCREEN = { width: { max: 1920 }, height: { max: 1200 }, frameRate: { max: 10 } };
const SOUND = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

export class Own extends EventTarget {
  /** @type {Map<string, MediaStreamTrack>} what was given, by "sound", "picture" and "screen" */
  #given = new Map();
  /** @type {Map<string, Promise<void>>} what the browser still asks for */
  #asked = new Map();

  /** Whether this browser can share a screen; phones cannot. */
  static get hasScreen() {
    return typeof navigator.mediaDevices?.getDisplayMedia === "function";
  }

  get microphone() {
    return this.#given.get("sound")?.enabled === true;
  }

  get camera() {
    return this.#given.has("picture");
  }

  get screen() {
    return this.#given.has("screen");
  }

  /** @param {"audio" | "video"} kind */
  track(kind) {
    const given = this.#given;
    return (kind === "audio" ? given.get("sound") : (given.get("screen") ?? given.get("picture"))) ?? null;
  }

  /** @param {boolean} on */
  async listen(on) {
    if (on) {
      await this.#ask("sound", () => navigator.mediaDevices.getUserMedia({ audio: SOUND }));
    }
    const sound = this.#given.get("sound");
    if (sound) {
      sound.enabled = on;
    }
    this.#changed();
  }

  /** @param {boolean} on */
  async look(on) {
    if (on) {
      await this.#ask("picture", () => navigator.mediaDevices.getUserMedia({ video: PICTURE }));
    } else {
      this.#giveBack("picture");
    }
    this.#changed();
  }

  /** @param {boolean} on */
  async share(on) {
    if (on) {
      await this.#ask("screen", () => navigator.mediaDevices.getDisplayMedia({ video: SCREEN, audio: false }));
    } else {
      this.#giveBack("screen");
    }
    this.#changed();
  }

  /** Gives everything back, and what is still asked for as soon as it comes. */
  end() {
    this.#asked = new Map();
    [...this.#given.keys()].forEach((kind) => this.#giveBack(kind));
  }

  /**
   * Asks once, however often it is pressed.
   *
   * @param {string} kind
   * @param {() => Promise<MediaStream>} question
   */
  async #ask(kind, question) {
    const asked = this.#asked;
    if (this.#given.has(kind)) {
      return;
    }
    if (!asked.has(kind)) {
      const answer = question().then((stream) => asked === this.#asked ? this.#take(kind, stream) : stop(stream));
      asked.set(kind, answer.finally(() => asked.delete(kind)));
    }
    await asked.get(kind);
  }

  /**
   * @param {string} kind
   * @param {MediaStream} stream
   */
  #take(kind, stream) {
    const [track] = stream.getTracks();
    if (kind === "screen") {
      track.contentHint = "detail";
    }
    track.addEventListener("ended", () => this.#gone(kind, track));
    this.#given.set(kind, track);
  }

  #giveBack(kind) {
    this.#given.get(kind)?.stop();
    this.#given.delete(kind);
  }

  /** Unplugged, or taken back in the browser. */
  #gone(kind, track) {
    if (this.#given.get(kind) === track) {
      this.#given.delete(kind);
    }
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}

/** @param {MediaStream} stream */
function stop(stream) {
  stream.getTracks().forEach((track) => track.stop());
}
