// @ts-check
/** One note as an element: built once, then only changed where something changed. */
import { brief } from "./words.js";

const COLOURS = { private_or_club: "butter", department: "salbei", administration: "leinen" };

export function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  if (text !== undefined) {
    element.textContent = text;
  }
  return element;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", "/base/icons.svg#" + name);
  svg.append(use);
  return svg;
}

export function button(className, label, iconName) {
  const element = make("button", className);
  element.type = "button";
  if (iconName) {
    element.append(icon(iconName));
    element.setAttribute("aria-label", label);
  } else {
    element.textContent = label;
  }
  return element;
}

/** A list item with an empty note in it. */
export function buildNote(id) {
  const item = make("li");
  item.dataset.note = id;
  const article = make("article", "note");
  article.id = "note-" + id;
  article.tabIndex = -1;
  const head = make("div", "note__head");
  const hat = make("span", "note__hat");
  const menu = button("note__menu", "", "more");
  menu.setAttribute("aria-haspopup", "menu");
  head.append(hat, menu);
  const text = make("p", "note__text");
  const marks = make("ul", "note__marks");
  marks.setAttribute("role", "list");
  const foot = make("div", "note__foot");
  article.append(head, text, marks, foot);
  item.append(article);
  return item;
}

/** What each element was last asked to show. */
const shown = new WeakMap();

/** Makes the element show the note; true if something had to be changed. */
export function showNote(item, note, context) {
  const { words, you } = context;
  if (isShown(item, note, context)) {
    return false;
  }
  const sign = JSON.stringify([{ ...note, stack: note.stack?.length, rank: 0, seq: 0 }, you.points, you.marks, you.comments, you.moves, you.writes, you.leads, context.dotsLeft > 0, context.mover, context.open, context.talking]);
  if (item.dataset.sign === sign) {
    return false;
  }
  item.dataset.sign = sign;
  const article = item.firstElementChild;
  const height = note.stack?.length ?? 0;
  article.className = "note note--" + COLOURS[note.hat];
  article.classList.toggle("note--own", note.mine);
  article.classList.toggle("note--stack", height > 0);
  article.classList.toggle("note--moving", Boolean(context.mover));
  article.classList.toggle("note--waiting", Boolean(note.waiting));
  article.setAttribute("aria-label", words.t("note") + ": " + brief(note.text));
  const [head, text, marks, foot] = parts(article);
  head.children[0].textContent = note.mine ? words.t("yours") : words.t("hat." + note.hat);
  head.classList.toggle("note__head--handle", you.moves && !note.waiting);
  head.children[1].hidden = Boolean(note.waiting) || !(you.moves || you.leads || you.marks || you.comments || (note.mine && you.writes));
  head.children[1].setAttribute("aria-label", words.t("menuOf", brief(note.text)));
  text.textContent = note.text;
  text.hidden = item.classList.contains("is-edited");
  marks.replaceChildren(...marksOf(note, words));
  marks.hidden = marks.childElementCount === 0;
  foot.replaceChildren(...footOf(note, height, context));
  foot.hidden = foot.childElementCount === 0;
  return true;
}

/** The same note under the same circumstances; on a large board that is true of nearly all. */
function isShown(item, note, { rights, mover, open, talking }) {
  const last = shown.get(item);
  const height = note.stack?.length ?? 0;
  shown.set(item, { note, height, rights, mover, open, talking });
  return (
    item.dataset.sign !== "" &&
    last?.note === note &&
    last.height === height &&
    last.rights === rights &&
    last.mover === mover &&
    last.open === open &&
    last.talking === talking
  );
}

/** Head, text, marks and foot; an open editor may stand between them. */
export function parts(article) {
  return [".note__head", ".note__text", ".note__marks", ".note__foot"].map((part) => article.querySelector(`:scope > ${part}`));
}

/** What stands on the note beside its words, each with its icon and in words. */
function marksOf(note, words) {
  const marks = [];
  if (note.group) {
    marks.push(mark("people", words.t("group", note.group)));
  }
  if (note.late) {
    marks.push(mark("clock", words.t("late")));
  }
  if (note.effort) {
    marks.push(mark("gear", words.t("effort." + note.effort)));
  }
  if (note.risk) {
    marks.push(mark(note.risk === "legal" ? "flag" : "warning", words.t("risk." + note.risk)));
  }
  return marks;
}

function mark(name, text) {
  const item = make("li");
  item.append(icon(name), " " + text);
  return item;
}

function footOf(note, height, context) {
  const { words, you, phase, mover, open } = context;
  const parts = [];
  if (note.waiting) {
    parts.push(make("span", "muted", words.t("noteWaits")));
  }
  const total = note.dots ?? note.own;
  if (!note.waiting && (total > 0 || you.points)) {
    parts.push(dotsOf(note, total, context));
  }
  const replies = note.comments?.length ?? 0;
  if (replies > 0) {
    const talk = button("note__stack", words.n("comments", replies));
    talk.dataset.act = "comments";
    talk.setAttribute("aria-expanded", String(Boolean(context.talking)));
    parts.push(talk);
  }
  if (height > 0) {
    const stack = button("note__stack", words.t("inStack", height + 1));
    stack.dataset.act = "stack";
    stack.setAttribute("aria-expanded", String(Boolean(open)));
    parts.push(stack);
  }
  if (mover && phase) {
    parts.push(make("span", "note__mover", words.t("moves", mover)));
  }
  return parts;
}

function dotsOf(note, total, { words, you, dotsLeft }) {
  const group = make("span", "note__dots");
  if (you.points) {
    const minus = button("dot-button", words.t("dotTake", brief(note.text)), "minus");
    minus.dataset.act = "minus";
    minus.disabled = note.own === 0;
    group.append(minus);
  }
  const dots = make("span", "dots");
  for (let i = 0; i < Math.min(total, 12); i++) {
    dots.append(make("span", i < note.own ? "dot dot--own" : "dot"));
  }
  if (total > 12) {
    dots.append(make("span", "tally", String(total)));
  }
  dots.append(make("span", "visually-hidden", words.t(note.dots === null ? "dotsOwn" : "dots", total, note.own)));
  group.append(dots);
  if (you.points) {
    const plus = button("dot-button", words.t("dotGive", brief(note.text)), "plus");
    plus.dataset.act = "plus";
    plus.disabled = dotsLeft <= 0;
    group.append(plus);
  }
  return group;
}
