// @ts-check
/**
 * The foot of a note: dots, replies, stack, and who is moving it. Each part is built when it is first needed and then
 * changed in place, so that whoever stands on one stays there whatever others do.
 */
import { keep } from "./arrange.js";
import { button, make } from "./elements.js";
import { brief } from "./words.js";

/** More dots than these are told by their number. */
const MANY_DOTS = 12;

/** The parts of each foot, by name. */
const built = new WeakMap();

export function showFoot(foot, note, { mover, open, talking }, { words, you, phase, dotsLeft }) {
  const part = partsOf(foot);
  const height = note.stack?.length ?? 0;
  const replies = note.comments?.length ?? 0;
  const total = note.dots ?? note.own;
  const shown = [];
  if (note.waiting) {
    shown.push(say(part("waiting", () => make("span", "muted")), words.t("noteWaits")));
  } else if (total > 0 || you.points) {
    const dots = part("dots", () => make("span", "note__dots"));
    shown.push(dots);
    const count = countDots(part("count", () => make("span", "dots")), note, total, words);
    const minus = part("minus", () => act("dot-button", "minus"));
    const plus = part("plus", () => act("dot-button", "plus"));
    allow(minus, words.t("dotTake", brief(note.text)), note.own > 0);
    allow(plus, words.t("dotGive", brief(note.text)), dotsLeft > 0);
    keep(dots, you.points ? [minus, count, plus] : [count]);
  }
  if (replies > 0) {
    shown.push(unfold(part("comments", () => act("note__stack", "comments")), words.n("comments", replies), talking));
  }
  if (height > 0) {
    shown.push(unfold(part("stack", () => act("note__stack", "stack")), words.t("inStack", height + 1), open));
  }
  if (mover && phase) {
    shown.push(say(part("mover", () => make("span", "note__mover")), words.t("moves", mover)));
  }
  keep(foot, shown);
  foot.hidden = shown.length === 0;
  // A button that was not there when its note became the one Tab reaches, or ceased to be.
  for (const control of foot.querySelectorAll("button")) {
    control.tabIndex = foot.parentElement.tabIndex;
  }
}

/** Gives a part of this foot, built if it is not there yet. */
function partsOf(foot) {
  const known = built.get(foot) ?? new Map();
  built.set(foot, known);
  return (name, build) => {
    if (!known.has(name)) {
      known.set(name, build());
    }
    return known.get(name);
  };
}

function act(className, name) {
  const control = button(className);
  control.dataset.act = name;
  return control;
}

function say(element, text) {
  element.textContent = text;
  return element;
}

function unfold(control, label, open) {
  control.setAttribute("aria-expanded", String(Boolean(open)));
  return say(control, label);
}

function allow(control, label, allowed) {
  control.setAttribute("aria-label", label);
  control.disabled = !allowed;
}

function countDots(element, note, total, words) {
  const dots = total > MANY_DOTS ? [make("span", "tally", String(total))] : [];
  for (let dot = Math.min(total, MANY_DOTS); dot > 0; dot--) {
    dots.unshift(make("span", dot <= note.own ? "dot dot--own" : "dot"));
  }
  const told = words.n(note.dots === null ? "dotsOwn" : "dots", total, note.own);
  element.replaceChildren(...dots, make("span", "visually-hidden", told));
  return element;
}
