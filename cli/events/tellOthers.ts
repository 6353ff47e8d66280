import type { GenesysProject } from '#core/contract/generated/files.ts';
import type { NamedRef } from '#core/deploy/model.ts';
import { deliverDue, type DeliveryParts } from '#core/events/deliver.ts';
import { listenersOf } from '#core/events/listeners.ts';
import type { CatalogCode } from '#core/query/model.ts';
import { fileAuditLog } from '#host/auditFile.ts';
import { describeFsError } from '#host/fsError.ts';
import { deliveryLock } from '#host/eventDelivery.ts';
import { type EventTeller, eventTeller } from '#host/eventTeller.ts';
import { ifUnlocked } from '#host/underLock.ts';
import { CliError, type CliIo, EXIT } from '../io.ts';
import type { Progress } from '../progress.ts';
import { deliveryParts, type Note } from './parts.ts';
import { leftWords, roundWords } from './words.ts';

/** How long a push that is done goes on beginning attempts; what is left waits for the next one. */
const PATIENCE_MS = 15_000;

/** Whom it concerns, and what is about to change. */
export interface ToldChange {
  readonly org: NamedRef;
  readonly environment: string;
  readonly project: GenesysProject | undefined;
  /** Whose stable keys are the subjects of events. */
  readonly codes: readonly Pick<CatalogCode, 'name' | 'code'>[];
  readonly progress: Progress;
}

/**
 * Does the work, and what is to be done around it for those who want to know of changes. Before it, what a crash left of
 * the audit trail is put right. After it, also where it throws, its events go into the outbox, and one attempt is made to
 * deliver them; that neither delays the work nor changes how it ends. Throws `CliError` where the disk refuses before it.
 */
export async function tellingOthers<T>(change: ToldChange, io: CliIo, work: () => Promise<T>): Promise<T> {
  const { org, environment, project, codes, progress } = change;
  const say = (sentence: string): void => progress.note(sentence);
  const parts = deliveryParts(io, say);
  const { outbox, clock } = parts;
  const place = { folder: io.stateFolder, orgId: org.id, clock };
  const teller = eventTeller({ ...place, outbox, listeners: listenersOf(project, codes), environment });
  try {
    await fileAuditLog({ ...place, onNote: say }).heal();
    await teller.begin();
  } catch (error) {
    throw new CliError(`Nothing was changed: ${io.stateFolder}: ${describeFsError(error)}`, EXIT.problems);
  }
  try {
    return await work();
  } finally {
    await tell(teller, parts, io, say);
  }
}

/** Never throws. */
async function tell(teller: EventTeller, parts: DeliveryParts, io: CliIo, say: Note): Promise<void> {
  const { outbox, clock } = parts;
  try {
    await teller.fill();
    if (io.signal.aborted || (await outbox.list()).length === 0) return;
    const until = clock.now() + PATIENCE_MS;
    const done = await ifUnlocked(deliveryLock(io.stateFolder, clock), () => deliverDue({ ...parts, until }));
    if (done.ran) roundWords(done.value).forEach(say);
    leftWords(await outbox.list()).forEach(say);
  } catch (error) {
    say(`Events of this push wait, and the next one tries to deliver them. ${describeFsError(error)}`);
  }
}
