// Our protocol (docs/api/board.md) for the load generator board-load.mjs, which says what an adapter exports.
// The environment names a workshop in a phase that collects: BOARD_TENANT, BOARD_WORKSHOP, BOARD_CODE, BOARD_ID,
// BOARD_PEOPLE, and BOARD_POSTMASTER, the first process of the database. One process of the generator, one round.
import WebSocket from 'ws';
import fs from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { performance } from 'node:perf_hooks';
import { randomUUID } from 'node:crypto';

const { BOARD_TENANT: tenant, BOARD_WORKSHOP: workshop, BOARD_CODE: code, BOARD_ID: board } = process.env;
const people = +process.env.BOARD_PEOPLE;

// A person may make 40 changes at once, then 4 a second: so many write the notes that each keeps some of that.
const WRITERS = Math.max(people, 80);
const AT_A_TIME = 10;
// How long a note just moved is not used as the place to put another one before: it may be elsewhere by then.
const SETTLED_MS = 2000;

export const stats = { acks: 0 };
const refused = {};
const tokens = [];
const written = [];
const notes = new Map();
// An op that moves a note has no text of the sender's choosing, so the marker does not come back in the frame. It is
// remembered by note instead; two ops on the same of 2,000 notes within the milliseconds of one delivery are negligible.
const markers = new Map();
let zones, registeredMs, sent = 0, storeBefore, storeAfter;

const inTens = async (count, each) => {
  for (let i = 0; i < count; i += AT_A_TIME)
    await Promise.all(Array.from({ length: Math.min(AT_A_TIME, count - i) }, (_, k) => each(i + k)));
};

async function register(base) {
  const address = `${base.replace('ws', 'http')}/${tenant}/api/v1/workshops/${workshop}/join`;
  const begin = performance.now();
  // One more than write: the late joiner.
  await inTens(WRITERS + 1, async i => {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ code, name: `Person ${i}` }),
    });
    if (answer.status !== 201) throw new Error(`joining: ${answer.status} ${await answer.text()}`);
    tokens[i] = (await answer.json()).token;
  });
  registeredMs = performance.now() - begin;
}

const open = (base, i, compressed) => {
  const ws = new WebSocket(`${base}/${tenant}/boards/${board}/socket`,
    { perMessageDeflate: compressed, maxPayload: 1 << 28 });
  ws.binaryType = 'nodebuffer';
  ws.on('open', () => ws.send(JSON.stringify({ type: 'hello', token: tokens[i], lang: 'de', packed: true })));
  return ws;
};

const MESSAGE = Buffer.from('{"type":"');
const NOTE = Buffer.from('"notes":[{"id":"');
const QUOTE = '"'.charCodeAt(0);
const [ACK, REFUSED, OP, STATE] = ['a', 'r', 'o', 's'].map(letter => letter.charCodeAt(0));

// Each message of a frame, without parsing it: at 220 people eleven thousand frames arrive in a second. A quote within
// a text is escaped, so the shapes looked for stand only where a message begins.
function hear(data, onOp) {
  for (let at = data.indexOf(MESSAGE); at >= 0; at = data.indexOf(MESSAGE, at + MESSAGE.length)) {
    switch (data[at + MESSAGE.length]) {
      case ACK:
        stats.acks++;
        break;
      case REFUSED: {
        const reason = data.toString();
        refused[reason] = (refused[reason] ?? 0) + 1;
        break;
      }
      case OP: {
        const id = data.indexOf(NOTE, at) + NOTE.length;
        onOp(data.latin1Slice(id, data.indexOf(QUOTE, id)));
      }
    }
  }
}

/** Resolves when the whole board has arrived. */
export async function connect(base, name, onFrame, i) {
  if (!registeredMs) await register(base);
  return new Promise((ok, no) => {
    const ws = open(base, i, false);
    let joined = false;
    ws.on('message', data => {
      if (joined) {
        hear(data, note => {
          const marker = markers.get(note);
          if (marker) onFrame(marker);
        });
      } else if (data[MESSAGE.length] === STATE) {
        joined = true;
        zones ??= JSON.parse(data.toString()).board.zones.map(zone => zone.id);
        ok({ ws, i, base });
      }
    });
    ws.on('error', no);
    ws.on('close', (status, reason) => joined || no(new Error(`closed: ${status} ${reason}`)));
  });
}

/** Everybody writes a share of the notes over a connection of their own, as many as may be written at once. */
export async function preload(c, given) {
  await inTens(WRITERS, i => new Promise((ok, no) => {
    const waiting = new Map();
    const ws = open(c.base, i, false);
    written[i] = [];
    ws.on('message', data => {
      if (data[MESSAGE.length] === STATE) {
        for (let n = i; n < given.length; n += WRITERS) {
          const opId = randomUUID(), zone = zones[n % zones.length];
          waiting.set(opId, { given: given[n].id, zone, version: 1, movedAt: -SETTLED_MS });
          ws.send(JSON.stringify({ type: 'op', opId, kind: 'note.create', payload: { text: given[n].text, zone } }));
        }
      } else if (data[MESSAGE.length] === ACK) {
        const ack = JSON.parse(data.toString()), note = waiting.get(ack.opId);
        waiting.delete(ack.opId);
        note.id = ack.note;
        notes.set(note.given, note);
        written[i].push(note);
        if (!waiting.size) { ws.terminate(); ok(); }
      } else if (data[MESSAGE.length] === REFUSED) no(new Error(data.toString()));
    });
    ws.on('error', no);
  }));
}

const any = list => list[Math.floor(Math.random() * list.length)];
let all;
function place(moved, zone, now) {
  all ??= [...notes.values()];
  for (let tries = 0; tries < 8; tries++) {
    const other = any(all);
    if (other !== moved && other.zone === zone && now - other.movedAt > SETTLED_MS) return other.id;
  }
  return null;
}

/** Only its author may edit a note: whoever is to change words changes some of the own. */
export function send(c, op) {
  if (!sent++) storeBefore = storeCpu();
  const opId = randomUUID(), now = performance.now();
  let note, frame;
  if (op.kind === 'text') {
    note = any(written[c.i]);
    frame = { type: 'op', opId, kind: 'note.edit', target: note.id, base: note.version++, payload: { text: `${op.text} ${op.mark}` } };
  } else {
    note = notes.get(op.id);
    const zone = any(zones);
    frame = { type: 'op', opId, kind: 'note.move', target: note.id, payload: { zone, before: place(note, zone, now) } };
    note.zone = zone;
    note.movedAt = now;
  }
  markers.set(note.id, op.mark);
  c.ws.send(JSON.stringify(frame));
}

// As static/board/packed.js does it.
function rows({ seq, length, ids, columns }) {
  const notes = [];
  for (let at = 0; at < ids.length; at += length)
    notes.push({ mine: false, own: 0, dots: null, on: null, version: 1, id: ids.slice(at, at + length), seq });
  for (const [name, values] of Object.entries(columns)) values.forEach((value, i) => { notes[i][name] = value; });
  return notes;
}

/** Somebody who has the token of the registration but was never on the board, with a browser's compression. */
export function late(base) {
  storeAfter ??= storeCpu();
  return new Promise((ok, no) => {
    const begin = performance.now(), ws = open(base, WRITERS, true);
    const shown = new Map();
    ws.on('message', (data, binary) => {
      if (binary) {
        for (const note of rows(JSON.parse(gunzipSync(data).toString()))) shown.set(note.id, note);
        return;
      }
      if (data[MESSAGE.length] !== STATE) return;
      const lastByteMs = performance.now() - begin;
      for (const note of JSON.parse(data.toString()).board.notes) shown.set(note.id, note);
      ok({ ms: performance.now() - begin, lastByteMs, bytes: ws._socket.bytesRead, notes: shown.size });
      ws.close();
    });
    ws.on('error', no);
  });
}

export const close = c => c.ws.terminate();

// The seconds of all processes of PostgreSQL: those that live, and those the first one has seen end.
function storeCpu() {
  const first = +process.env.BOARD_POSTMASTER;
  let ticks = 0;
  for (const pid of fs.readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const [user, system, childrenUser, childrenSystem] = fields.slice(11, 15).map(Number);
      if (+pid === first) ticks += user + system + childrenUser + childrenSystem;
      else if (+fields[1] === first) ticks += user + system;
    } catch { /* it has just ended */ }
  }
  return ticks / 100;
}

process.on('exit', () => console.log(JSON.stringify({
  adapter: 'allmende', sent, acks: stats.acks, refused, registeredMs: Math.round(registeredMs),
  storeCpu: (storeAfter ?? NaN) - storeBefore,
})));
