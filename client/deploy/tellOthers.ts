import type { Round } from '#core/events/deliver.ts';
import { listenersOf } from '#core/events/listeners.ts';
import type { PostEvent } from '#core/events/model.ts';
import { failedWords } from '#core/events/words.ts';
import type { Plan } from '#core/deploy/model.ts';
import type { Clock, Logger } from '#core/ports.ts';
import { eventPost } from '#host/eventPost.ts';
import { eventTeller, type EventTeller } from '#host/eventTeller.ts';
import { eventWorker } from '#host/eventWorker.ts';
import { folderOutbox } from '#host/outboxFolder.ts';
import { systemRandom } from '#host/random.ts';
import type { ReadFiles } from '../workspace/projectFiles.ts';
import type { EventSecret } from './eventSecret.ts';

export interface TellOthersDeps {
  /** The state folder of this machine. */
  readonly folder: string;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
  readonly secret: EventSecret;
  /** Left out, over https. */
  readonly post?: PostEvent;
}

/** Tells the addresses of an environment of what a push has changed, in the background. */
export interface TellOthers {
  /** Does the work; what it has changed goes into the outbox right after it, and from there to the addresses. */
  around<T>(plan: Pick<Plan, 'org' | 'environment'>, files: ReadFiles, work: () => Promise<T>): Promise<T>;
  dispose(): void;
}

export function tellOthers({ folder, clock, logger, secret, post = eventPost() }: TellOthersDeps): TellOthers {
  const outbox = folderOutbox({ folder, onNote: (sentence) => logger.warn(sentence) });
  const worker = eventWorker({
    folder,
    parts: { outbox, post, secretFor: () => secret.get(), clock, random: systemRandom },
    onRound: (round) => told(round),
    onError: (error) => logger.warn(`Events wait, since they could not be read or written: ${String(error)}`),
  });

  const told = ({ delivered, failed, unsigned: [unsigned] }: Round): void => {
    if (delivered > 0) logger.info(`${delivered} events delivered.`);
    for (const item of failed) {
      const end = item.dead ? ' It is not tried again: "wrapsmith events list" on the command line shows it.' : '';
      logger.warn(failedWords(item) + end);
    }
    if (unsigned) void secret.ask(unsigned.why).then((isNew) => isNew && worker.wake());
  };

  const fill = async (teller: EventTeller): Promise<void> => {
    try {
      await teller.fill();
      worker.wake();
    } catch (error) {
      logger.warn(`Events of this push wait, and the next one tries to deliver them: ${String(error)}`);
    }
  };

  return {
    async around({ org, environment }, { project, catalogs, around }, work) {
      const codes = [...catalogs, ...(around?.catalogs ?? [])].flatMap(({ catalog }) => catalog.codes);
      const listeners = listenersOf(project, codes);
      const teller = eventTeller({ folder, orgId: org.id, clock, outbox, listeners, environment });
      await teller.begin();
      try {
        return await work();
      } finally {
        await fill(teller);
      }
    },
    dispose: () => worker.dispose(),
  };
}
