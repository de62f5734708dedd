// @ts-check
/** What can be done with a note by its menu. */
import { PARKED } from "./store.js";
import { brief } from "./words.js";

export function menuItems(board, note, hats) {
  const { words, store, view } = board;
  const items = [];
  if (store.you.moves) {
    items.push(...places(board, note));
  }
  if (note.mine && store.you.writes) {
    items.push({ label: words.t("edit"), act: () => board.edit(note.id) });
    for (const hat of hats.filter((other) => other !== note.hat)) {
      items.push({
        label: words.t("hatChange", words.t("hat." + hat)),
        act: () => board.act("note.hat", note.id, undefined, { hat }),
      });
    }
  }
  if (store.you.comments) {
    items.push({ label: words.t("comment"), act: () => board.talks.toggle(note.id, true) });
  }
  if (store.you.marks) {
    items.push({ label: words.t("mark"), stay: true, act: () => mark(board, note) });
  }
  if (store.you.moves) {
    items.push(note.parked
      ? { label: words.t("unpark"), act: () => board.act("note.unpark", note.id, undefined, {}) }
      : { label: words.t("park"), act: () => board.park(note.id) });
  }
  if ((note.mine && store.you.writes) || store.you.leads) {
    items.push({ label: words.t("delete"), act: () => remove(board, note, view) });
  }
  return items;
}

function places(board, note) {
  const { words, view } = board;
  const items = [];
  const place = board.placeOf(note.id);
  for (const zone of view.zones.filter((other) => other.id !== PARKED && (note.parked || other.id !== note.zone))) {
    items.push({ label: words.t("moveTo", zone.group ? words.t("groupZone", zone.group, zone.title) : zone.title), act: () => refocus(board, note, () => board.move(note.id, zone.id, null)) });
  }
  if (note.parked) {
    return items;
  }
  const notes = view.zones.find((zone) => zone.id === note.zone)?.notes ?? [];
  if (place && place.at > 0) {
    items.push({ label: words.t("moveUp"), act: () => refocus(board, note, () => board.move(note.id, place.zone, notes[place.at - 1].id)) });
  }
  if (place && place.at < place.count - 1) {
    items.push({ label: words.t("moveDown"), act: () => refocus(board, note, () => board.move(note.id, place.zone, notes[place.at + 2]?.id ?? null)) });
  }
  const others = notes.filter((other) => other.id !== note.id && other.id !== note.on && !other.waiting);
  if (others.length > 0) {
    items.push({ label: words.t("stackOn"), stay: true, act: () => choose(board, note, others) });
  }
  if (note.on) {
    items.push({ label: words.t("unstack"), act: () => board.act("note.unstack", note.id, undefined, {}) });
  }
  return items;
}

/** A second page of the menu: on which note? */
function choose(board, note, others) {
  const opener = board.article(note.id).querySelector(".note__menu");
  const items = others.map((other) => ({
    label: brief(other.text),
    act: () => board.stack(note.id, other.id),
  }));
  board.menuBox.open(opener, board.words.t("stackOn"), items);
}

/** A second page of the menu: how much work, what stands in the way? Chosen again, it goes. */
function mark(board, note) {
  const { words } = board;
  const opener = board.article(note.id).querySelector(".note__menu");
  const set = (change) => () => {
    const now = { effort: note.effort ?? null, risk: note.risk ?? null };
    board.act("note.mark", note.id, undefined, { ...now, ...change });
    board.speaker.say(words.t("marked"));
  };
  const choices = [["effort", "low"], ["effort", "medium"], ["effort", "high"], ["risk", "risk"], ["risk", "legal"]];
  board.menuBox.open(opener, words.t("mark"), choices.map(([what, value]) => {
    const there = note[what] === value;
    const label = words.t(what + "." + value);
    return { label: there ? words.t("unmark", label) : label, act: set({ [what]: there ? null : value }) };
  }));
}

function refocus(board, note, act) {
  act();
  board.article(note.id)?.focus();
}

function remove(board, note, view) {
  const zone = view.zones.find((other) => other.notes.some((n) => n.id === note.id));
  const at = zone?.notes.findIndex((n) => n.id === note.id) ?? 0;
  const next = zone?.notes[at + 1] ?? zone?.notes[at - 1];
  (next ? board.article(next.id) : board.querySelector(".writing-line textarea"))?.focus();
  board.act("note.delete", note.id, undefined, {});
  board.speaker.say(board.words.t("deleted"));
}
