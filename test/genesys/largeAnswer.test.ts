import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createWire } from '#core/genesys/http.ts';

test.each(['with its length', 'in pieces'])(
  'an answer that is too large, sent %s, is not told as a cut connection',
  async (how) => {
    const body = 'x'.repeat(2 * 1024 * 1024);
    const server = createServer((_, response) => {
      response.writeHead(200, how === 'in pieces' ? {} : { 'content-length': String(body.length) });
      response.write(body.slice(0, 1000));
      response.end(body.slice(1000));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const wire = createWire([origin], 5000, undefined, 1024 * 1024);
    onTestFinished(() => {
      wire.close();
      server.closeAllConnections();
      server.close();
    });
    const answer = await wire.send({ method: 'GET', url: `${origin}/`, headers: {} });
    expect(answer).toEqual({
      answered: false,
      kind: 'interrupted',
      message: 'the answer is larger than 1 MB, so less has to be asked for at once',
    });
  },
);
