// What it adds that the reader is on another node than the sender: node crossing.mjs WS-BASE-A WS-BASE-B [seconds]
// Five people on node A move and edit ten notes a second in all; one reader on A and one on B note when they hear of it.
import { performance } from 'node:perf_hooks';
import * as board from './adapter-allmende.mjs';

const [, , here, there, seconds = '20'] = process.argv;
const SENDERS = 5, RATE = 10, NOTES = 200;
const sleep = ms => new Promise(done => setTimeout(done, ms));
const sentAt = new Map();
const heard = { here: [], there: [] };
let counting = false;
const reader = side => marker => counting && heard[side].push(performance.now() - sentAt.get(marker));
const nobody = () => {};

const senders = [await board.connect(here, '', nobody, 0)];
await board.preload(senders[0], Array.from({ length: NOTES }, (_, n) => ({ id: 'n' + n, text: 'Straßenbäume mit Standort, Wunsch Nr. ' + n })));
for (let i = 1; i < SENDERS; i++) senders.push(await board.connect(here, '', nobody, i));
await board.connect(here, '', reader('here'), SENDERS);
await board.connect(there, '', reader('there'), SENDERS + 1);

async function work(forSeconds) {
  for (let n = 0; n < forSeconds * RATE; n++) {
    const mark = 'T:' + String(sentAt.size).padStart(10, '0');
    const op = { kind: Math.random() < 0.7 ? 'move' : 'text', id: 'n' + Math.floor(Math.random() * NOTES), text: 'Straßenbäume, neu', mark };
    sentAt.set(mark, performance.now());
    board.send(senders[n % SENDERS], op);
    await sleep(1000 / RATE);
  }
}
await work(3);
await sleep(1000);
counting = true;
await work(+seconds);
await sleep(3000);
const at = (list, share) => Math.round(list.toSorted((a, b) => a - b)[Math.floor(list.length * share)] * 100) / 100;
const figures = list => ({ ops: list.length, p50: at(list, .5), p99: at(list, .99) });
console.log(JSON.stringify({ sent: seconds * RATE, here: figures(heard.here), there: figures(heard.there) }));
process.exit(0);
