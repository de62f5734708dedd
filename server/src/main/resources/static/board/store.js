// @ts-check
/** The board as the server told it, and as it looks with this device's own changes laid on top. */
/** The place of parked notes; no zone of the server. */
export const PARKED = "parked";

const NONE = Object.freeze([]);

export class Store {
  seq = -1;
  phase = null;
  you = { name: "", leads: false, writes: false, moves: false, points: false, dotsLeft: 0 };
  zones = [];
  /** @type {Map<string, any>} */
  notes = new Map();

  state(board) {
    this.seq = board.seq;
    this.phase = board.phase;
    this.you = board.you;
    this.zones = board.zones;
    this.notes = new Map(board.notes.map((note) => [note.id, note]));
  }

  /** Applies one operation; what is older than what is known already is passed over. */
  operation(op) {
    this.seq = Math.max(this.seq, op.seq);
    for (const note of op.notes) {
      const known = this.notes.get(note.id);
      if (!known || known.seq <= note.seq) {
        this.notes.set(note.id, note);
      }
    }
    for (const id of op.gone) {
      this.notes.delete(id);
    }
    if (op.zones.length > 0) {
      this.zones = op.zones;
    }
    if (op.dotsLeft !== null) {
      this.you = { ...this.you, dotsLeft: op.dotsLeft };
    }
  }

  /** How many dots the reader may give in all, given ones too; a table with one device has more. */
  get dots() {
    return Array.from(this.notes.values()).reduce((sum, note) => sum + (note.own ?? 0), this.you.dotsLeft);
  }

  /**
   * The notes by zone, in reading order, with the waiting changes applied; stacked ones lie in their note. A note that
   * nothing waits for is the same object each time, so that whoever draws need not look at it again.
   */
  view(waiting) {
    const notes = new Map(this.notes);
    let dotsLeft = this.you.dotsLeft;
    for (const op of waiting) {
      dotsLeft -= lay(notes, op, this);
    }
    const zones = this.zones.map((zone) => ({ ...zone, notes: [] }));
    const byId = new Map(zones.map((zone) => [zone.id, zone]));
    const stacks = new Map();
    const aside = [];
    for (const note of notes.values()) {
      note.stack = NONE;
      if (note.on && notes.has(note.on)) {
        stacks.set(note.on, [...(stacks.get(note.on) ?? []), note]);
      } else if (note.parked) {
        aside.push(note);
      } else {
        byId.get(note.zone)?.notes.push(note);
      }
    }
    if (aside.length > 0) {
      zones.push({ id: PARKED, title: "", covered: false, others: 0, group: null, notes: aside });
    }
    for (const zone of zones) {
      zone.notes.sort(byRank);
      zone.notes.forEach((note) => (note.stack = stacks.get(note.id)?.sort(byRank) ?? NONE));
    }
    return { zones, dotsLeft, byId: notes };
  }
}

function byRank(a, b) {
  return a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : 1;
}

/** Lays one own change on a copy of its note; returns how many dots it takes. */
function lay(notes, op, store) {
  const known = notes.get(op.target);
  const payload = op.payload;
  if (op.kind === "note.create") {
    const zone = payload.zone ?? store.zones[0]?.id;
    const hat = payload.hat ?? store.phase?.hat;
    const fresh = { id: op.opId, zone, rank: "~" + op.opId, text: payload.text, hat, mine: true, waiting: true };
    notes.set(op.opId, { ...fresh, dots: 0, own: 0, on: null, version: 0, seq: 0 });
    return 0;
  }
  if (!known) {
    return 0;
  }
  const note = { ...known };
  notes.set(op.target, note);
  switch (op.kind) {
    case "note.edit":
      note.text = payload.text;
      note.version++;
      break;
    case "note.hat":
      note.hat = payload.hat;
      note.version++;
      break;
    case "note.move":
      note.zone = payload.zone;
      note.on = null;
      note.parked = false;
      note.rank = rankBefore(notes, note, payload.before);
      break;
    case "note.stack":
      note.on = notes.get(payload.onto)?.on ?? payload.onto;
      break;
    case "note.unstack":
      note.on = null;
      break;
    case "note.park":
      note.on = null;
      note.parked = true;
      break;
    case "note.unpark":
      note.parked = false;
      break;
    case "note.mark":
      note.effort = payload.effort;
      note.risk = payload.risk;
      break;
    case "note.comment":
      note.comments = [...(note.comments ?? []), { id: op.opId, text: payload.text, mine: true, waiting: true }];
      break;
    case "note.uncomment":
      note.comments = (note.comments ?? []).filter((comment) => comment.id !== payload.comment);
      break;
    case "note.delete":
      notes.delete(op.target);
      break;
    case "dots.set": {
      const more = payload.count - note.own;
      note.own = payload.count;
      note.dots = note.dots === null ? null : note.dots + more;
      return more;
    }
  }
  return 0;
}

/** Only for this screen, until the server has found the real place: the other's rank with something smaller added. */
function rankBefore(notes, note, before) {
  const next = before ? notes.get(before) : null;
  if (!next) {
    return "~";
  }
  const lower = Array.from(notes.values())
    .filter((other) => other.zone === note.zone && other.id !== note.id && other.rank < next.rank)
    .sort(byRank);
  return lower.length === 0 ? "" : lower[lower.length - 1].rank + "!";
}
