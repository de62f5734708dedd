// @ts-check
/** The words of an element, which the server wrote into it in the reader's language. */
export class Words {
  #texts = new Map();

  constructor(root) {
    const template = root.querySelector("template[data-words]");
    for (const word of template?.content.querySelectorAll("[data-word]") ?? []) {
      this.#texts.set(word.getAttribute("data-word"), word.textContent);
    }
  }

  /** The text with {0}, {1} … filled. */
  t(key, ...args) {
    const text = this.#texts.get(key) ?? key;
    return text.replace(/\{(\d)\}/g, (_, index) => String(args[Number(index)]));
  }

  /** The singular or the plural. */
  n(key, count, ...args) {
    return this.t(count === 1 ? key + "One" : key, count, ...args);
  }
}
