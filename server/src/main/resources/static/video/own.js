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
  #sound = null;
  #picture = null;
  #screen = null;

  /** Whether this browser can share a screen; phones cannot. */
  static get hasScreen() {
    return typeof navigator.mediaDevices?.getDisplayMedia === "function";
  }

  get microphone() {
    return this.#sound?.enabled === true;
  }

  get camera() {
    return this.#picture !== null;
  }

  get screen() {
    return this.#screen !== null;
  }

  /** @param {"audio" | "video"} kind */
  track(kind) {
    return kind === "audio" ? this.#sound : (this.#screen ?? this.#picture);
  }

  /** @param {boolean} on */
  async listen(on) {
    if (on && !this.#sound) {
      this.#sound = await this.#ask(() => navigator.mediaDevices.getUserMedia({ audio: SOUND }));
    }
    if (this.#sound) {
      this.#sound.enabled = on;
    }
    this.#changed();
  }

  /** @param {boolean} on */
  async look(on) {
    if (on && !this.#picture) {
      this.#picture = await this.#ask(() => navigator.mediaDevices.getUserMedia({ video: PICTURE }));
    } else if (!on) {
      this.#picture?.stop();
      this.#picture = null;
    }
    this.#changed();
  }

  /** @param {boolean} on */
  async share(on) {
    if (on && !this.#screen) {
      this.#screen = await this.#ask(() => navigator.mediaDevices.getDisplayMedia({ video: SCREEN, audio: false }));
      this.#screen.contentHint = "detail";
    } else if (!on) {
      this.#screen?.stop();
      this.#screen = null;
    }
    this.#changed();
  }

  end() {
    [this.#sound, this.#picture, this.#screen].forEach((track) => track?.stop());
    this.#sound = null;
    this.#picture = null;
    this.#screen = null;
  }

  /** @param {() => Promise<MediaStream>} question */
  async #ask(question) {
    const [track] = (await question()).getTracks();
    track.addEventListener("ended", () => this.#gone(track));
    return track;
  }

  /** Unplugged, or taken back in the browser. */
  #gone(track) {
    if (track === this.#sound) {
      this.#sound = null;
    }
    if (track === this.#picture) {
      this.#picture = null;
    }
    if (track === this.#screen) {
      this.#screen = null;
    }
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
