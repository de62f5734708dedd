// @ts-check
/**
 * All connections of one browser in one room. In a mesh there is one to everybody: whoever comes offers it to those who
 * are there. With a media server there are two: "out" for what one sends, "in" for what others send. Events "media",
 * "failed" when one of them broke, and "connected" when all stand.
 */
import { Way } from "./way.js";

const OUT = "out";

/** Milliseconds; where the media server did not answer at all, no connection says that it failed. */
const PATIENCE = 10_000;

export class Ways extends EventTarget {
  #provider;
  #ice;
  #own;
  #line;
  #meshed;
  #ways = new Map();
  #entry = 0;
  #patience = 0;

  /**
   * @param {{provider: string, ice: RTCIceServer[]}} welcome
   * @param {import("./own.js").Own} own
   * @param {{send(message: object): void}} line
   * @param {"sendrecv" | "sendonly"} meshed which way sound and pictures go between two browsers
   */
  constructor(welcome, own, line, meshed = "sendrecv") {
    super();
    this.#provider = welcome.provider;
    this.#ice = welcome.ice;
    this.#own = own;
    this.#line = line;
    this.#meshed = meshed;
  }

  /**
   * @param {number} entry
   * @param {{id: string}[]} people
   */
  enter(entry, people) {
    this.close();
    this.#entry = entry;
    const ends = this.#provider === "mesh" ? people.map((person) => person.id) : [OUT];
    ends.forEach((end) => this.#way(end).offer());
    if (this.#provider !== "mesh") {
      this.#patience = setTimeout(() => this.#stands(OUT) || this.#turn("failed"), PATIENCE);
    }
  }

  async signal({ from, entry, description, candidate, tracks }) {
    if (entry !== this.#entry) {
      return;
    }
    const way = this.#way(from);
    if (candidate) {
      way.candidate(candidate);
    }
    if (description) {
      await way.take(description);
      if (this.#ways.get(from) === way && from !== OUT) {
        const media = way.incoming().map(({ mid, receiver, track }) => ({
          person: this.#provider === "mesh" ? from : tracks?.[mid],
          receiver,
          track,
        }));
        this.dispatchEvent(new CustomEvent("media", { detail: media.filter(({ person }) => person) }));
      }
    }
  }

  /** @param {string} person */
  leave(person) {
    this.#ways.get(person)?.close();
    this.#ways.delete(person);
  }

  load() {
    this.#ways.forEach((way) => way.load());
  }

  close() {
    clearTimeout(this.#patience);
    this.#ways.forEach((way) => way.close());
    this.#ways.clear();
  }

  /** What the browser counts of each connection. */
  stats() {
    return Promise.all(Array.from(this.#ways.values(), (way) => way.connection.getStats()));
  }

  #way(end) {
    const entry = this.#entry;
    let way = this.#ways.get(end);
    if (!way) {
      way = new Way(
        this.#ice,
        this.#direction(end),
        this.#own,
        (signal) => this.#line.send({ type: "signal", to: end, entry, ...signal }),
        (state) => this.#turn(state),
      );
      this.#ways.set(end, way);
    }
    return way;
  }

  /** One that stands says little while another fails again and again. */
  #turn(state) {
    const all = [...this.#ways.keys()].every((end) => this.#stands(end));
    if (state === "failed" || (state === "connected" && all)) {
      this.dispatchEvent(new Event(state));
    }
  }

  #stands(end) {
    return this.#ways.get(end)?.connection.connectionState === "connected";
  }

  #direction(end) {
    if (this.#provider === "mesh") {
      return this.#meshed;
    }
    return end === OUT ? "sendonly" : "recvonly";
  }
}
