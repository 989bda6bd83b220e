'use strict';

// A signaling relay on ws, with the detection of broken connections that its documentation shows.
const { randomUUID } = require('node:crypto');
const { WebSocketServer } = require('ws');
const { listening } = require('./told.js');

const PING_MS = 30_000;

const members = new Map();
const rooms = new Map();
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });

const tell = (id, message) => members.get(id)?.send(JSON.stringify(message));

const tellOthers = (room, self, message) => {
  for (const id of rooms.get(room) ?? []) {
    if (id !== self) tell(id, message);
  }
};

const join = (self, room) => {
  const there = rooms.get(room) ?? new Set();
  tell(self, { type: 'joined', self, members: [...there] });
  there.add(self);
  rooms.set(room, there);
  tellOthers(room, self, { type: 'member-joined', peer: self });
};

const leave = (self, room) => {
  members.delete(self);
  const there = rooms.get(room);
  if (there === undefined) return;
  there.delete(self);
  if (there.size === 0) rooms.delete(room);
  tellOthers(room, self, { type: 'member-left', peer: self });
};

server.on('connection', (socket) => {
  const self = randomUUID();
  let room;
  members.set(self, socket);
  socket.isAlive = true;
  socket.on('pong', () => (socket.isAlive = true));
  socket.on('error', console.error);
  socket.on('message', (data) => {
    const message = JSON.parse(data);
    if (message.type === 'join') {
      room = message.room;
      join(self, room);
    } else {
      tell(message.to, { type: 'signal', from: self, payload: message.payload });
    }
  });
  socket.on('close', () => leave(self, room));
});

setInterval(() => {
  for (const socket of server.clients) {
    if (!socket.isAlive) {
      socket.terminate();
    } else {
      socket.isAlive = false;
      socket.ping();
    }
  }
}, PING_MS);

server.on('listening', () => listening(server.address().port));
