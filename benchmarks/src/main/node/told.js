'use strict';

/** Says where it listens, and how much heap is in use whenever it is asked by SIGUSR2 (node --expose-gc). */
exports.listening = (port) => {
  process.on('SIGUSR2', () => {
    global.gc();
    console.log(`heap ${process.memoryUsage().heapUsed}`);
  });
  console.log(`Listening on ws://127.0.0.1:${port}`);
};
