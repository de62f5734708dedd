// The peers' adapter for hocuspocus (HP=1), with a late joiner who asks for compression as a browser does, and with a
// count of the acknowledgements of the round.
import WebSocket from 'ws';
import * as Y from 'yjs';
import * as encoding from 'lib0/encoding';
import * as decoding from 'lib0/decoding';
import * as sync from 'y-protocols/sync';
import { performance } from 'node:perf_hooks';
import * as yjs from './adapter-yjs.mjs';

export * from './adapter-yjs.mjs';

let sent = 0, before = 0;
export function send(c, op) {
  if (!sent++) before = yjs.stats.acks;
  yjs.send(c, op);
}

const [SYNC, AUTH] = [0, 2];
const [STEP2, UPDATE] = [1, 2];
const message = (name, write) => {
  const to = encoding.createEncoder();
  encoding.writeVarString(to, name);
  write(to);
  return encoding.toUint8Array(to);
};

export const late = (base, name) => new Promise((ok, no) => {
  const begin = performance.now(), doc = new Y.Doc();
  const ws = new WebSocket(`${base}/${name}`, { perMessageDeflate: true, maxPayload: 1 << 28 });
  ws.binaryType = 'nodebuffer';
  ws.on('open', () => {
    ws.send(message(name, to => {
      encoding.writeVarUint(to, AUTH);
      encoding.writeVarUint(to, 0);
      encoding.writeVarString(to, 'x');
      encoding.writeVarString(to, '4.0.0');
    }));
    ws.send(message(name, to => {
      encoding.writeVarUint(to, SYNC);
      sync.writeSyncStep1(to, doc);
    }));
  });
  ws.on('message', data => {
    const from = decoding.createDecoder(data);
    decoding.readVarString(from);
    if (decoding.readVarUint(from) !== SYNC) return;
    const step = decoding.readVarUint(from);
    if (step !== STEP2 && step !== UPDATE) return;
    const lastByteMs = performance.now() - begin;
    Y.applyUpdate(doc, decoding.readVarUint8Array(from));
    if (step === STEP2) {
      const shown = doc.getMap('notes').size;
      ok({ ms: performance.now() - begin, lastByteMs, bytes: ws._socket.bytesRead, notes: shown });
      ws.close();
    }
  });
  ws.on('error', no);
});

process.on('exit', () =>
  console.log(JSON.stringify({ adapter: 'hocuspocus', sent, acks: yjs.stats.acks - before })));
