// @ts-check
/**
 * A line to the server: opens itself again with growing pauses, says hello with what its owner knows, and notices when
 * it hangs. Messages may come compressed (gzip). Knows nothing of what is said on it.
 */
const PAUSES = [300, 1000, 2000, 4000, 8000];
const PING_EVERY = 10_000;
const SILENCE = 25_000;

/** Whether this browser can read what comes compressed. */
export const unpacks = "DecompressionStream" in globalThis;

export class Line extends EventTarget {
  #url;
  #hello;
  #socket = null;
  #tries = 0;
  #heard = 0;
  /** When the first ping since then was sent, or the line was opened. */
  #asked = 0;
  #timer = 0;
  #watching = 0;
  #listening = new AbortController();
  #ended = false;
  #tried = false;

  /** @param {string} url  @param {() => object} hello */
  constructor(url, hello) {
    super();
    this.#url = new URL(url, location.href);
    this.#url.protocol = this.#url.protocol.replace("http", "ws");
    this.#hello = hello;
  }

  start() {
    const { signal } = this.#listening;
    window.addEventListener("online", () => this.#again(), { signal });
    window.addEventListener("offline", () => this.#socket?.close(), { signal });
    this.#watching = setInterval(() => this.#watch(), PING_EVERY);
    this.#open();
  }

  end() {
    this.#ended = true;
    this.#listening.abort();
    clearInterval(this.#watching);
    clearTimeout(this.#timer);
    this.#socket?.close();
  }

  get up() {
    return this.#socket?.readyState === WebSocket.OPEN && this.#socket.greeted === true;
  }

  /** Whether the first attempt is still under way. */
  get opening() {
    return !this.#tried;
  }

  /** Sends if the line is up; what matters is sent again by whoever keeps it. */
  send(message) {
    if (this.up) {
      this.#socket.send(JSON.stringify(message));
    }
  }

  #open() {
    if (this.#ended || (this.#socket && this.#socket.readyState < WebSocket.CLOSING)) {
      return;
    }
    const socket = new WebSocket(this.#url);
    socket.binaryType = "arraybuffer";
    this.#socket = socket;
    this.#asked = Date.now();
    /** What came while a message was being unpacked, in order; null when none is. */
    let queue = null;
    socket.addEventListener("open", () => {
      this.#heard = Date.now();
      socket.send(JSON.stringify({ type: "hello", lang: document.documentElement.lang, ...this.#hello() }));
    });
    socket.addEventListener("message", (event) => {
      this.#heard = Date.now();
      if (queue) {
        queue.push(event.data);
      } else {
        take(event.data);
      }
    });
    const unpack = async (bytes) => {
      queue = [];
      hear(await unpacked(bytes));
      const waited = queue;
      queue = null;
      while (waited.length > 0 && !queue) {
        take(waited.shift());
      }
      queue?.unshift(...waited);
    };
    const take = (data) => {
      if (data instanceof ArrayBuffer) {
        unpack(data).catch(() => socket.close());
      } else {
        hear(JSON.parse(data));
      }
    };
    const hear = (message) => {
      if (message.type === "welcome") {
        socket.greeted = true;
        this.#tried = true;
        this.#tries = 0;
        this.dispatchEvent(new CustomEvent("up", { detail: message }));
      } else if (message.type !== "pong") {
        this.dispatchEvent(new CustomEvent("message", { detail: message }));
      }
    };
    socket.addEventListener("close", () => {
      if (socket === this.#socket) {
        this.#tried = true;
        this.dispatchEvent(new Event("down"));
        this.#later();
      }
    });
  }

  #later() {
    clearTimeout(this.#timer);
    const pause = PAUSES[Math.min(this.#tries++, PAUSES.length - 1)];
    this.#timer = setTimeout(() => this.#open(), pause * (0.7 + Math.random() * 0.6));
  }

  #again() {
    this.#tries = 0;
    this.#open();
  }

  /**
   * A line that hangs looks open for minutes; an unanswered question tells. Silence alone does not: in a hidden tab
   * minutes may pass between two questions.
   */
  #watch() {
    if (!this.#socket || this.#socket.readyState >= WebSocket.CLOSING) {
      return;
    }
    const asking = this.#asked > this.#heard;
    if (asking && Date.now() - this.#asked > SILENCE) {
      this.#socket.close();
      const dead = this.#socket;
      this.#socket = null;
      dead.dispatchEvent(new Event("close"));
      this.dispatchEvent(new Event("down"));
      this.#later();
    } else {
      this.#asked = asking ? this.#asked : Date.now();
      this.send({ type: "ping" });
    }
  }
}

/** @param {ArrayBuffer} bytes */
function unpacked(bytes) {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}
