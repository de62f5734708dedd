// @ts-check
/**
 * One's own microphone and camera. Asked for only after somebody has chosen to take part; a camera switched off is
 * given back, so that its light goes out. Event "change" whenever what may be sent is another.
 */
const PICTURE = { width: { ideal: 320 }, height: { ideal: 200 }, frameRate: { max: 15 } };
const SOUND = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

export class Own extends EventTarget {
  #sound = null;
  #picture = null;

  get microphone() {
    return this.#sound?.enabled === true;
  }

  get camera() {
    return this.#picture !== null;
  }

  /** @param {"audio" | "video"} kind */
  track(kind) {
    return kind === "audio" ? this.#sound : this.#picture;
  }

  /** @param {boolean} on */
  async listen(on) {
    if (on && !this.#sound) {
      this.#sound = await this.#ask({ audio: SOUND });
    }
    if (this.#sound) {
      this.#sound.enabled = on;
    }
    this.#changed();
  }

  /** @param {boolean} on */
  async look(on) {
    if (on && !this.#picture) {
      this.#picture = await this.#ask({ video: PICTURE });
    } else if (!on) {
      this.#picture?.stop();
      this.#picture = null;
    }
    this.#changed();
  }

  end() {
    this.#sound?.stop();
    this.#picture?.stop();
    this.#sound = null;
    this.#picture = null;
  }

  async #ask(what) {
    const stream = await navigator.mediaDevices.getUserMedia(what);
    const [track] = stream.getTracks();
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
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
