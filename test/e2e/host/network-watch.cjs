// Loaded into every Node process of an editor under test (NODE_OPTIONS=--require). Writes down each connection that
// leaves the machine, with who asked for it; the run fails when there is one. A broken line is never written.
'use strict';
const { appendFileSync } = require('node:fs');
const net = require('node:net');

const report = process.env.WRAPSMITH_E2E_NETWORK_REPORT;
const LOOPBACK = /^(127\.|::1$|::ffff:127\.|localhost$|0\.0\.0\.0$|::$)/;

if (report) {
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (...args) {
    const options = Array.isArray(args[0]) ? args[0][0] : args[0];
    const given = typeof options === 'object' && options !== null ? options : { port: options, host: args[1] };
    const host = String(given.host ?? 'localhost');
    if (!given.path && !LOOPBACK.test(host)) {
      const asked = new Error().stack
        .split('\n')
        .slice(2, 8)
        .map((line) => line.trim());
      appendFileSync(
        report,
        `${JSON.stringify({ host, port: given.port, process: process.argv.slice(1, 4), asked })}\n`,
      );
    }
    return connect.apply(this, args);
  };
}
