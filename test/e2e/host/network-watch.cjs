// Loaded first into every Node process of an editor under test. A connection that would leave the machine is
// written down with who asked for it, and refused: a test run never reaches anybody, whatever it tries.
'use strict';
const { appendFileSync } = require('node:fs');
const net = require('node:net');

const report = process.env.WRAPSMITH_E2E_NETWORK_REPORT;
const LOOPBACK = /^(127\.|::1$|::ffff:127\.|localhost$|0\.0\.0\.0$|::$)/;

if (report) {
  const { prototype } = net.Socket;
  const connect = Reflect.get(prototype, 'connect');
  prototype.connect = function (...args) {
    const target = targetOf(args);
    if (target === undefined || LOOPBACK.test(target.host)) return Reflect.apply(connect, this, args);
    const { stack = '' } = new Error('asked by');
    const asked = stack.split('\n').slice(2, 8);
    appendFileSync(
      report,
      `${JSON.stringify({ ...target, process: process.argv.slice(1, 4), asked: asked.map((line) => line.trim()) })}\n`,
    );
    const refused = new Error(`connect ECONNREFUSED ${target.host}:${target.port}`);
    process.nextTick(() => this.destroy(Object.assign(refused, { code: 'ECONNREFUSED', syscall: 'connect' })));
    return this;
  };
}

/** Undefined for a socket file, which is on this machine. */
function targetOf([first, second]) {
  const options = Array.isArray(first) ? first[0] : first;
  if (typeof options !== 'object' || options === null) return { host: String(second ?? 'localhost'), port: options };
  return options.path ? undefined : { host: String(options.host ?? 'localhost'), port: options.port };
}
