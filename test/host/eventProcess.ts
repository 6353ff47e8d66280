// A process of its own that delivers what waits into a file: node test/host/eventProcess.ts <folder> <file>
import { appendFile } from 'node:fs/promises';
import { deliverDue } from '#core/events/deliver.ts';
import { systemClock } from '#host/clock.ts';
import { deliveryLock } from '#host/eventDelivery.ts';
import { folderOutbox } from '#host/outboxFolder.ts';
import { underLock } from '#host/underLock.ts';

const [folder = '', file = ''] = process.argv.slice(2);
await underLock(deliveryLock(folder, systemClock), () =>
  deliverDue({
    outbox: folderOutbox({ folder, onNote: (note) => console.error(note) }),
    clock: systemClock,
    random: { next: () => 0.5 },
    secretFor: async () => Buffer.alloc(32, 1).toString('base64'),
    post: async ({ headers }) => {
      await appendFile(file, `${headers['webhook-id']}\n`);
      return { answered: true, status: 200 };
    },
  }),
);
