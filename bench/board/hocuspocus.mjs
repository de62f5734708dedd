// hocuspocus on SQLite, to compare with: PORT=… DB=file node hocuspocus.mjs ships|write-through
//
// ships: its Database extension with its usual pause: the whole document is stored 2 s after the last change, 10 s at
// most; changes are acknowledged and shown long before.
//
// write-through: gives what we give, that a change is on the disk before it is acknowledged or shown to anyone. Each
// change is appended to a log in a transaction of its own (WAL, synchronous=FULL: one fsync) in the hook beforeSync,
// which hocuspocus awaits before it applies, acknowledges and passes on. The extension goes on storing the document
// with its usual pause, and the log is read on top of it. To store the whole document at every change, which is all
// that settings of the extension can do, would cost far more and still show a change before it is stored.
//
// Both compress for whoever asks for it.
import { Server } from '@hocuspocus/server';
import { Database } from '@hocuspocus/extension-database';
import { DatabaseSync } from 'node:sqlite';
import * as Y from 'yjs';

// The two kinds of message of Yjs that bring changes.
const CHANGES = [1, 2];

const db = new DatabaseSync(process.env.DB);

function ships() {
  db.exec('create table documents(name varchar(255) primary key, data blob not null)');
  const read = db.prepare('select data from documents where name = ?');
  const write = db.prepare('insert into documents(name, data) values (?, ?) on conflict(name) do update set data = excluded.data');
  return {
    read: name => read.get(name)?.data ?? null,
    write: (name, state) => write.run(name, state),
  };
}

function writeThrough() {
  db.exec('pragma journal_mode = wal');
  db.exec('pragma synchronous = full');
  const documents = ships();
  db.exec('create table log(id integer primary key, name varchar(255) not null, data blob not null)');
  const append = db.prepare('insert into log(name, data) values (?, ?)');
  const after = db.prepare('select data from log where name = ? order by id');
  const last = db.prepare('select max(id) as id from log where name = ?');
  const forget = db.prepare('delete from log where name = ? and id <= ?');
  const appended = new Map();
  return {
    log: {
      async beforeSync({ documentName, type, payload }) {
        if (CHANGES.includes(type)) append.run(documentName, payload);
      },
    },
    read: name => {
      const parts = [documents.read(name), ...after.all(name).map(row => row.data)].filter(Boolean);
      return parts.length ? Y.mergeUpdates(parts) : null;
    },
    write: (name, state) => {
      documents.write(name, state);
      // What was in the log at the store before has certainly been applied by now.
      forget.run(name, appended.get(name) ?? 0);
      appended.set(name, last.get(name).id ?? 0);
    },
  };
}

const store = process.argv[2] === 'write-through' ? writeThrough() : ships();
const database = new Database({
  fetch: async ({ documentName }) => store.read(documentName),
  store: async ({ documentName, state }) => { store.write(documentName, state); },
});
const server = new Server({
  port: +process.env.PORT,
  address: '127.0.0.1',
  quiet: true,
  extensions: store.log ? [store.log, database] : [database],
  websocketOptions: { perMessageDeflate: true },
});
await server.listen();
