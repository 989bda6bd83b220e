'use strict';

// A signaling relay as in Socket.IO's documentation: rooms, and private messages to a socket's own room.
const { createServer } = require('node:http');
const { Server } = require('socket.io');
const { listening } = require('./told.js');

const http = createServer();
const io = new Server(http, { transports: ['websocket'] });

io.on('connection', (socket) => {
  socket.on('join', ({ room }) => {
    const members = [...(io.sockets.adapter.rooms.get(room) ?? [])];
    socket.join(room);
    socket.data.room = room;
    socket.emit('joined', { self: socket.id, members });
    socket.to(room).emit('member-joined', { peer: socket.id });
  });
  socket.on('signal', ({ to, payload }) => {
    io.to(to).emit('signal', { from: socket.id, payload });
  });
  socket.on('disconnect', () => {
    if (socket.data.room !== undefined) {
      socket.to(socket.data.room).emit('member-left', { peer: socket.id });
    }
  });
});

http.listen({ port: 0, host: '127.0.0.1' }, () => listening(http.address().port));
