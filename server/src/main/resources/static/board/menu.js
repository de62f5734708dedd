// @ts-check
/** The menu of a note: everything dragging can do, and more, by click, tap, keyboard or voice. */
import { make } from "./elements.js";

export class Menu {
  #root;
  #element = null;
  #opener = null;

  constructor(root) {
    this.#root = root;
    document.addEventListener("pointerdown", (event) => {
      if (this.#element && !this.#element.contains(event.target)) {
        this.close(false);
      }
    });
  }

  /** @param {HTMLElement} opener  @param {string} label  @param {Array<{label: string, act: Function, stay?: boolean}>} items */
  open(opener, label, items) {
    this.close(false);
    const menu = make("div", "note-menu");
    menu.setAttribute("role", "menu");
    menu.setAttribute("aria-label", label);
    for (const item of items) {
      const entry = make("button", "note-menu__item", item.label);
      entry.type = "button";
      entry.setAttribute("role", "menuitem");
      entry.tabIndex = -1;
      entry.addEventListener("click", () => {
        if (!item.stay) {
          this.close(true);
        }
        item.act();
      });
      menu.append(entry);
    }
    menu.addEventListener("keydown", (event) => this.#key(event));
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) {
        this.close(false);
      }
    });
    this.#root.append(menu);
    this.#element = menu;
    this.#opener = opener;
    opener.setAttribute("aria-expanded", "true");
    put(menu, opener.getBoundingClientRect());
    menu.firstElementChild?.focus();
  }

  close(back) {
    this.#element?.remove();
    this.#element = null;
    this.#opener?.setAttribute("aria-expanded", "false");
    if (back) {
      this.#opener?.focus();
    }
  }

  #key(event) {
    const items = Array.from(this.#element.children);
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) {
      items[to % items.length].focus();
      event.preventDefault();
    } else if (event.key === "Escape" || event.key === "Tab") {
      this.close(true);
      event.preventDefault();
      event.stopPropagation();
    }
  }
}

/** Below the button, or above it where there is no room. */
function put(menu, box) {
  const left = Math.max(8, Math.min(box.right - menu.offsetWidth, innerWidth - menu.offsetWidth - 8));
  const below = box.bottom + menu.offsetHeight + 8 < innerHeight;
  menu.style.left = left + "px";
  menu.style.top = Math.max(8, below ? box.bottom + 2 : box.top - menu.offsetHeight - 2) + "px";
}
