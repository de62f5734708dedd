// @ts-check
/** One note as an element: built once, then changed only where something else is to be shown. */
import { button, icon, make } from "./elements.js";
import { showFoot } from "./foot.js";
import { brief } from "./words.js";

const COLOURS = { private_or_club: "butter", department: "salbei", administration: "leinen" };

/** What each note shows, by part. */
const shown = new WeakMap();

/** A list item with an empty note in it. */
export function buildNote(id) {
  const item = make("li");
  item.dataset.note = id;
  const article = make("article", "note");
  article.id = "note-" + id;
  article.tabIndex = -1;
  const head = make("div", "note__head");
  const menu = button("note__menu");
  menu.tabIndex = -1;
  menu.setAttribute("aria-haspopup", "menu");
  head.append(make("span", "note__hat"), menu);
  const marks = make("ul", "note__marks");
  marks.setAttribute("role", "list");
  article.append(head, make("p", "note__text"), marks, make("div", "note__foot"));
  item.append(article);
  return item;
}

/**
 * The same note under the same circumstances, with nothing on it: on a large board that is true of nearly all, and
 * nothing else is asked about them.
 */
export function isShown(item, note, { circumstances }) {
  const last = shown.get(item);
  return last?.note === note && last.stack === note.stack && last.circumstances === circumstances;
}

/**
 * Makes the element show the note.
 *
 * @param {HTMLElement} item
 * @param {any} note
 * @param {{mover?: string, lifted: boolean, open: boolean, talking: boolean}} state of this note on this screen
 * @param {{words: any, you: any, phase: any, dotsLeft: number, rights: string, circumstances: string}} context of the
 *     whole board
 */
export function showNote(item, note, state, context) {
  const last = shown.get(item);
  const next = { note, stack: note.stack, circumstances: context.circumstances, ...look(note, state, context) };
  shown.set(item, next);
  item.classList.remove("is-gone");
  const article = item.firstElementChild;
  for (const [part, show] of Object.entries(PARTS)) {
    if (!last || !same(last[part], next[part])) {
      show(article, note, state, context);
    }
  }
}

/** The trace of a note that is no more, for as long as somebody stands on it. */
export function showGone(item, words) {
  shown.delete(item);
  item.classList.add("is-gone");
  const { menu, text, marks, foot } = parts(item.firstElementChild);
  menu.hidden = document.activeElement !== menu;
  text.textContent = words.t("noteGone");
  marks.hidden = true;
  foot.hidden = true;
}

/** Makes the note one that Tab reaches, or no longer. */
export function setTabStop(article, on) {
  article.tabIndex = on ? 0 : -1;
  for (const control of article.querySelectorAll("button")) {
    control.tabIndex = article.tabIndex;
  }
}

/** What each part depends on. */
function look(note, { mover, lifted, open, talking }, { rights }) {
  const { text, hat, mine, waiting, table, group, late, effort, risk, dots, own } = note;
  const height = note.stack?.length ?? 0;
  const replies = note.comments?.length ?? 0;
  return {
    paper: { hat, mine, waiting, lifted, moving: Boolean(mover), stack: height > 0 },
    head: { hat, mine, waiting, rights },
    text: { text },
    marks: { table, group, late, effort, risk },
    foot: { text, waiting, dots, own, replies, height, mover, open, talking, rights },
  };
}

const PARTS = {
  paper(article, note, { mover, lifted }) {
    article.className = "note note--" + COLOURS[note.hat];
    article.classList.toggle("note--own", note.mine);
    article.classList.toggle("note--stack", note.stack?.length > 0);
    article.classList.toggle("note--moving", Boolean(mover));
    article.classList.toggle("note--lifted", lifted);
    article.classList.toggle("note--waiting", Boolean(note.waiting));
  },

  head(article, note, _, { words, you }) {
    const { head, hat, menu } = parts(article);
    hat.textContent = note.mine ? words.t("yours") : words.t("hat." + note.hat);
    head.classList.toggle("note__head--handle", you.moves && !note.waiting);
    menu.hidden = Boolean(note.waiting) || !(you.moves || you.leads || you.marks || you.comments || (note.mine && you.writes));
  },

  text(article, note, _, { words }) {
    const { menu, text } = parts(article);
    article.setAttribute("aria-label", words.t("note") + ": " + brief(note.text));
    menu.setAttribute("aria-label", words.t("menuOf", brief(note.text)));
    text.textContent = note.text;
  },

  /** What stands on the note beside its words, each with its icon and in words. */
  marks(article, note, _, { words }) {
    const { marks } = parts(article);
    const mark = (name, text) => {
      const line = make("li");
      line.append(icon(name), " " + text);
      return line;
    };
    marks.replaceChildren(
      ...(note.table ? [mark("people", note.table)] : []),
      ...(note.group ? [mark("people", words.t("group", note.group))] : []),
      ...(note.late ? [mark("clock", words.t("late"))] : []),
      ...(note.effort ? [mark("gear", words.t("effort." + note.effort))] : []),
      ...(note.risk ? [mark(note.risk === "legal" ? "flag" : "warning", words.t("risk." + note.risk))] : []),
    );
    marks.hidden = marks.childElementCount === 0;
  },

  foot(article, note, state, context) {
    showFoot(parts(article).foot, note, state, context);
  },
};

/** The elements of a note; an open editor may stand between them. */
function parts(article) {
  const [head, text, marks, foot] = Array.from(article.children).filter((child) => child.localName !== "form");
  const [hat, menu] = head.children;
  return { head, hat, menu, text, marks, foot };
}

/** Whether two plain objects say the same. */
function same(one, other) {
  return Object.keys(other).every((name) => one[name] === other[name]);
}
