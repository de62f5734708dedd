// @ts-check
/**
 * What this device has not got an answer for yet, and texts that were refused. Both are kept on the device until the
 * server has acknowledged or the person has thrown them away; a change is always sent with the id it was born with.
 */
export class Outbox {
  /** @type {Array<{opId: string, kind: string, target?: string, base?: number, payload: object}>} */
  waiting = [];
  /** Acknowledged, but not yet seen in the order of all. */
  settling = [];
  /** @type {Array<{opId: string, text: string, reason: string}>} */
  refused = [];
  #key;

  constructor(key) {
    this.#key = key;
    const kept = read(key);
    this.waiting = kept.waiting ?? [];
    this.refused = kept.refused ?? [];
  }

  add(kind, target, base, payload) {
    const op = { opId: newId(), kind, target, base, payload };
    this.waiting.push(op);
    this.#keep();
    return op;
  }

  acknowledged(ack, seenUpTo) {
    const op = this.#take(ack.opId);
    if (op && ack.seq > seenUpTo) {
      this.settling.push({ ...op, seq: ack.seq });
    }
    return op;
  }

  /** Takes a change back because the server said no; words are kept. */
  refuse(opId, reason) {
    const op = this.#take(opId);
    if (op?.payload.text) {
      this.refused.push({ opId, text: op.payload.text, reason });
      this.#keep();
    }
    return op;
  }

  drop(opId) {
    this.refused = this.refused.filter((entry) => entry.opId !== opId);
    this.#keep();
  }

  seen(seq) {
    this.settling = this.settling.filter((op) => op.seq > seq);
  }

  get draft() {
    return read(this.#key + ":draft").text ?? "";
  }

  set draft(text) {
    write(this.#key + ":draft", text ? { text } : null);
  }

  #take(opId) {
    const op = this.waiting.find((other) => other.opId === opId);
    this.waiting = this.waiting.filter((other) => other.opId !== opId);
    this.#keep();
    return op;
  }

  #keep() {
    const empty = this.waiting.length === 0 && this.refused.length === 0;
    write(this.#key, empty ? null : { waiting: this.waiting, refused: this.refused });
  }
}

/** Also where the page is not served over TLS and randomUUID is missing. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}");
  } catch {
    return {};
  }
}

function write(key, value) {
  try {
    if (value) {
      localStorage.setItem(key, JSON.stringify(value));
    } else {
      localStorage.removeItem(key);
    }
  } catch {
    // Without storage the page itself still keeps it.
  }
}
