// @ts-check
/**
 * <workshop-beamer>: the screen in the hall follows the room. Every two seconds it asks whether anything changed and
 * then takes a fresh copy of itself; the clock goes by the server's time. Nobody scrolls a wall: what lies there is
 * written as large as it fits. Without script the page loads itself anew.
 */
const PAUSE = 2000;
const LARGEST = 1.6;
const SMALLEST = 0.6;
const STEP = 0.1;

class WorkshopBeamer extends HTMLElement {
  connectedCallback() {
    this.keepTime(this.dataset.now);
    this.fit();
    this.resized = () => this.fit();
    window.addEventListener("resize", this.resized);
    document.fonts?.ready.then(this.resized);
    this.ticking = setInterval(() => this.tick(), 250);
    this.looking = setInterval(() => this.look(), PAUSE);
  }

  disconnectedCallback() {
    window.removeEventListener("resize", this.resized);
    clearInterval(this.ticking);
    clearInterval(this.looking);
  }

  async look() {
    try {
      const answer = await fetch(this.dataset.state ?? "", { headers: { Accept: "application/json" } });
      if (answer.status >= 500) {
        return;
      }
      const state = await answer.json();
      this.keepTime(state.now);
      if (state.version !== this.dataset.version) {
        const page = await fetch(location.href);
        if (page.status < 500) {
          this.take(await page.text());
        }
      }
    } catch {
      // Not connected; what was last known stays on the wall, and the next look comes.
    }
  }

  /** @param {string} html */
  take(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const fresh = page.querySelector("workshop-beamer");
    if (!fresh) {
      location.reload();
      return;
    }
    const scrolled = this.querySelector(".beamer__zones")?.scrollTop ?? 0;
    this.className = fresh.className;
    this.dataset.version = fresh.getAttribute("data-version") ?? "";
    this.replaceChildren(...fresh.childNodes);
    this.querySelector(".beamer__zones")?.scrollTo(0, scrolled);
    document.title = page.title;
    this.tick();
    this.fit();
  }

  fit() {
    let scale = window.innerWidth < 800 ? 1 : LARGEST;
    this.style.setProperty("--beamer-scale", String(scale));
    while (scale > SMALLEST && window.innerWidth >= 800 && this.overflows()) {
      scale -= STEP;
      this.style.setProperty("--beamer-scale", scale.toFixed(1));
    }
  }

  overflows() {
    const { scrollHeight, scrollWidth } = document.documentElement;
    return scrollHeight > window.innerHeight || scrollWidth > window.innerWidth;
  }

  /** @param {string | undefined} now the server's */
  keepTime(now) {
    this.offset = now ? Date.parse(now) - Date.now() : 0;
    this.tick();
  }

  tick() {
    const timer = this.querySelector("[data-ends]");
    if (timer instanceof HTMLElement && timer.dataset.ends) {
      const left = Date.parse(timer.dataset.ends) - Date.now() - (this.offset ?? 0);
      const seconds = Math.max(0, Math.floor(left / 1000));
      const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
      if (timer.textContent !== text) {
        timer.textContent = text;
        timer.classList.toggle("beamer__timer--ending", seconds < 60);
      }
    }
  }
}

customElements.define("workshop-beamer", WorkshopBeamer);
