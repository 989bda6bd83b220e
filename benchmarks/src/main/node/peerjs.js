'use strict';

// PeerServer as it comes: it has no rooms, and passes on what is addressed to an id.
const { PeerServer } = require('peer');
const { listening } = require('./told.js');

PeerServer({ port: 0, host: '127.0.0.1', concurrent_limit: 100_000, allow_discovery: false }, (server) =>
  listening(server.address().port),
);
