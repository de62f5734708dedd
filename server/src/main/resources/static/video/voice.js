// @ts-check
/**
 * Speaks into groups one is not in: to each of them a line and connections of its own, which carry one's sound there and
 * bring nothing back. Event "ended" with the server's reason, once it lets one speak no longer.
 */
import { Line } from "../base/line.js";
import { Ways } from "./ways.js";

const AGAIN = [2000, 5000, 10_000, 30_000, 60_000];

export class Voice extends EventTarget {
  #own;
  /** @type {Line[]} */
  #lines;
  /** @type {Map<Line, Ways>} */
  #ways = new Map();
  /** @type {Map<Line, number>} how often one was made anew since all of it stood */
  #tries = new Map();
  /** @type {Set<Line>} what will be made anew */
  #waiting = new Set();
  #ending = new AbortController();

  /**
   * @param {string} url
   * @param {import("./own.js").Own} own
   * @param {number[]} groups
   */
  constructor(url, own, groups) {
    super();
    this.#own = { screen: false, track: (kind) => (kind === "audio" ? own.track(kind) : null) };
    this.#lines = groups.map((voice) => this.#into(new Line(url, () => ({ voice, ...shown(own) }))));
    own.addEventListener("change", () => this.#changed(own), { signal: this.#ending.signal });
  }

  /** @param {Line} line */
  #into(line) {
    line.addEventListener("up", (event) => {
      this.#ways.get(line)?.close();
      const ways = new Ways(/** @type {CustomEvent} */ (event).detail, this.#own, line, "sendonly");
      this.#ways.set(line, ways);
      ways.addEventListener("failed", () => this.#again(line));
      ways.addEventListener("connected", () => this.#tries.delete(line));
    });
    line.addEventListener("message", (event) => this.#hear(line, /** @type {CustomEvent} */ (event).detail));
    line.start();
    return line;
  }

  #hear(line, message) {
    const ways = this.#ways.get(line);
    switch (message.type) {
      case "room":
        ways?.close();
        message.up && ways?.enter(message.entry, message.people);
        break;
      case "left":
        ways?.leave(message.id);
        break;
      case "signal":
        ways?.signal(message);
        break;
      case "refused":
        // Between the click and the line the groups went.
        message.code === "voice" && this.#refuse(message.reason);
        break;
      case "bye":
        this.#refuse(message.reason);
        break;
    }
  }

  /** However many of its connections broke, they are made anew together. */
  #again(line) {
    const tries = this.#tries.get(line) ?? 0;
    if (!this.#waiting.has(line)) {
      this.#tries.set(line, tries + 1);
      this.#waiting.add(line);
      setTimeout(() => {
        this.#waiting.delete(line);
        line.send({ type: "again" });
      }, AGAIN[Math.min(tries, AGAIN.length - 1)]);
    }
  }

  #refuse(reason) {
    this.end();
    this.dispatchEvent(new CustomEvent("ended", { detail: reason }));
  }

  #changed(own) {
    this.#lines.forEach((line) => line.send({ type: "shows", ...shown(own) }));
    this.#ways.forEach((ways) => ways.load());
  }

  end() {
    this.#ending.abort();
    this.#lines.forEach((line) => line.end());
    this.#ways.forEach((ways) => ways.close());
    this.#lines = [];
    this.#ways.clear();
  }
}

function shown(own) {
  return { microphone: own.microphone, camera: false, screen: false };
}
