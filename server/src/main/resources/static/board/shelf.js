// @ts-check
/**
 * A place on this device for entries by their id, each on its own, so that two tabs never write over what the other
 * keeps there.
 */
export class Shelf {
  #name;
  #lastAt = 0;
  /** Whether what is put here is still there when the page is gone; a browser may forbid it. */
  lasts = true;

  /** @param {string} name */
  constructor(name) {
    this.#name = name + ":";
    this.put("try", null);
    this.drop("try");
  }

  /** @param {string} id */
  key(id) {
    return this.#name + id;
  }

  /** All entries, oldest first. */
  all() {
    return keys()
      .filter((key) => key.startsWith(this.#name))
      .map(read)
      .filter((kept) => kept?.entry)
      .sort((a, b) => a.at - b.at)
      .map((kept) => kept.entry);
  }

  /** @param {string} id */
  get(id) {
    return read(this.key(id))?.entry;
  }

  /** @param {string} id  @param {any} entry */
  put(id, entry) {
    // Several may come within a millisecond, and each keeps its turn.
    this.#lastAt = Math.max(Date.now(), this.#lastAt + 1);
    try {
      localStorage.setItem(this.key(id), JSON.stringify({ at: this.#lastAt, entry }));
      this.lasts = true;
    } catch {
      this.lasts = false;
    }
  }

  /** @param {string} id */
  drop(id) {
    try {
      localStorage.removeItem(this.key(id));
    } catch {
      // Nothing lies there.
    }
  }
}

function keys() {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}
