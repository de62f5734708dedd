// @ts-check
/**
 * What this device has not got an answer for yet, and texts that were refused. Both are kept on the device until the
 * server has acknowledged or the person has thrown them away; a change is always sent with the id it was born with.
 */
import { Draft } from "./draft.js";
import { newId } from "./id.js";
import { Shelf } from "./shelf.js";

export class Outbox {
  /** @type {Array<{opId: string, kind: string, target?: string, base?: number, payload: any}>} */
  waiting;
  /** Acknowledged, but not yet seen in the order of all. */
  settling = [];
  /** @type {Array<{opId: string, text: string, reason: string}>} */
  refused;
  draft;
  #waiting;
  #refused;

  /** @param {string} key */
  constructor(key) {
    this.#waiting = new Shelf(key + ":waiting");
    this.#refused = new Shelf(key + ":refused");
    this.waiting = this.#waiting.all();
    this.refused = this.#refused.all();
    this.draft = new Draft(key);
  }

  /** Whether what waits is still there when the page is gone. */
  get lasts() {
    return this.#waiting.lasts && this.#refused.lasts;
  }

  /** Whether words would be lost if the page went now. */
  get wouldLose() {
    return !this.lasts && this.waiting.length + this.refused.length > 0;
  }

  add(kind, target, base, payload) {
    const op = { opId: newId(), kind, target, base, payload };
    this.waiting.push(op);
    this.#waiting.put(op.opId, op);
    return op;
  }

  /** Takes what is acknowledged; the change itself if it is seen in the order of all already. */
  acknowledged({ opId, seq, note }, seenUpTo) {
    const op = this.#take(opId);
    if (op && seq > seenUpTo) {
      this.settling.push({ ...op, seq, note });
      return null;
    }
    return op;
  }

  /** Takes a change back because the server said no; words are kept. */
  refuse(opId, reason) {
    const op = this.#take(opId);
    if (op?.payload.text) {
      this.#giveBack(opId, op.payload.text, reason);
    }
    return op;
  }

  /** Keeps words that were never sent as if they had been refused. */
  keepWords(text, reason) {
    return this.#giveBack(newId(), text, reason);
  }

  drop(opId) {
    this.refused = this.refused.filter((entry) => entry.opId !== opId);
    this.#refused.drop(opId);
  }

  /** Takes what settles with this number. */
  seen(seq) {
    const settled = this.settling.filter((op) => op.seq <= seq);
    this.settling = this.settling.filter((op) => op.seq > seq);
    return settled;
  }

  #giveBack(opId, text, reason) {
    const entry = { opId, text, reason };
    this.refused.push(entry);
    this.#refused.put(opId, entry);
    return entry;
  }

  #take(opId) {
    const op = this.waiting.find((other) => other.opId === opId);
    this.waiting = this.waiting.filter((other) => other.opId !== opId);
    this.#waiting.drop(opId);
    return op;
  }
}
