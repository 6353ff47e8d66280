import type { GenesysProject } from '#core/contract/generated/files.ts';
import type { NamedRef } from '#core/deploy/model.ts';
import { deliverDue, type Round } from '#core/events/deliver.ts';
import type { Listeners } from '#core/events/eventOf.ts';
import type { CatalogCode } from '#core/query/model.ts';
import { fileAuditLog } from '#host/auditFile.ts';
import { describeFsError } from '#host/fsError.ts';
import { deliveryLock } from '#host/eventDelivery.ts';
import { eventTeller } from '#host/eventTeller.ts';
import { ifUnlocked } from '#host/underLock.ts';
import type { CliIo } from '../io.ts';
import type { Progress } from '../progress.ts';
import { deliveryParts } from './parts.ts';
import { leftWords, roundWords } from './words.ts';

/** How long a push that is done goes on beginning attempts; what is left waits for the next one. */
const PATIENCE_MS = 15_000;

export interface TellOthers {
  /** Before anything is written: puts right what a crash left of the trail, and remembers where it stands. */
  before(): Promise<void>;
  /** After the result was shown: puts its events into the outbox, and tries once to deliver them. Never throws. */
  after(): Promise<void>;
}

/** Whom it concerns, and what is about to change. */
export interface ToldChange {
  readonly org: NamedRef;
  readonly environment: string;
  readonly project: GenesysProject | undefined;
  /** Whose stable keys are the subjects of events. */
  readonly codes: readonly Pick<CatalogCode, 'name' | 'code'>[];
  readonly progress: Progress;
}

/** What a push does for those who want to know of changes. Nothing of it changes how the push ends. */
export function tellOthers(change: ToldChange, io: CliIo): TellOthers {
  const { org, environment, progress } = change;
  const say = (sentence: string): void => progress.note(sentence);
  const parts = deliveryParts(io, say);
  const { outbox, clock } = parts;
  const place = { folder: io.stateFolder, orgId: org.id, clock };
  const teller = eventTeller({ ...place, outbox, listeners: listenersOf(change), environment });
  const deliver = async (): Promise<Round> => {
    const until = clock.now() + PATIENCE_MS;
    const done = await ifUnlocked(deliveryLock(io.stateFolder, clock), () => deliverDue({ ...parts, until }));
    return done.ran ? done.value : { delivered: 0, failed: [], unsigned: [] };
  };
  return {
    async before() {
      await fileAuditLog({ ...place, onNote: say }).heal();
      await teller.begin();
    },
    async after() {
      try {
        await teller.fill();
        if (io.signal.aborted || (await outbox.list()).length === 0) return;
        roundWords(await deliver()).forEach(say);
        leftWords(await outbox.list()).forEach(say);
      } catch (error) {
        say(`Events of this push wait, and the next one tries to deliver them. ${describeFsError(error)}`);
      }
    },
  };
}

function listenersOf({ project, codes }: ToldChange): Listeners {
  const environments = new Map(Object.entries(project?.environments ?? {}));
  const keys = new Map(codes.map(({ name, code }) => [name, code]));
  return {
    targets: (environment) => environments.get(environment)?.events ?? [],
    keyOf: (name) => keys.get(name),
  };
}
