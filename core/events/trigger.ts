/** A Process Automation trigger: the org starts a workflow for each wrap-up, which is the nearest it has to a webhook. */
import { LAG_PAUSES } from '../deploy/apply/readBack.ts';
import { GenesysError } from '../genesys/error.ts';
import type { CallOptions, Genesys, Trigger, TriggerRequest } from '../genesys/index.ts';
import type { Clock } from '../ports.ts';

/** One of the published topics. `{id}` stands for every conversation and is sent as it is. */
export const WRAPUP_TOPIC = 'v2.detail.events.conversation.{id}.wrapup';

export interface WantedTrigger {
  readonly name: string;
  /** The id of a published Architect workflow. */
  readonly workflowId: string;
  /** Seconds from the wrap-up to the start of the workflow; the published range is 60 to 900. */
  readonly delaySeconds?: number;
}

export function triggerRequest({ name, workflowId, delaySeconds }: WantedTrigger): TriggerRequest {
  return {
    name,
    topicName: WRAPUP_TOPIC,
    enabled: true,
    target: { type: 'Workflow', id: workflowId },
    ...(delaySeconds === undefined ? {} : { delayBySeconds: delaySeconds }),
  };
}

type Triggers = Pick<Genesys, 'triggers'>;

/** Those on wrap-ups; the org may have many others. Throws `GenesysError`. */
export async function wrapupTriggers({ triggers }: Triggers, options: CallOptions): Promise<readonly Trigger[]> {
  return (await triggers.list(options)).filter(({ topicName }) => topicName === WRAPUP_TOPIC);
}

/**
 * Registers a trigger, and looks before it says that a request without an answer has failed: a second one would start the
 * workflow twice for each wrap-up. Throws `GenesysError`.
 */
export async function addTrigger(
  genesys: Triggers,
  wanted: WantedTrigger,
  clock: Clock,
  options: CallOptions,
): Promise<Trigger> {
  try {
    return (await genesys.triggers.create(triggerRequest(wanted), options)).value;
  } catch (error) {
    if (!(error instanceof GenesysError) || !error.failure.ambiguous) throw error;
    const found = await lookFor(genesys, wanted, clock, options);
    if (found === undefined) throw error;
    return found;
  }
}

/** A list may lag behind, so it is read again for some seconds. */
async function lookFor(
  genesys: Triggers,
  { name, workflowId }: WantedTrigger,
  clock: Clock,
  options: CallOptions,
): Promise<Trigger | undefined> {
  for (const pause of [0, ...LAG_PAUSES]) {
    await clock.sleep(pause, options.signal);
    const triggers = await wrapupTriggers(genesys, options);
    const found = triggers.find((trigger) => trigger.name === name && trigger.target?.id === workflowId);
    if (found !== undefined) return found;
  }
  return undefined;
}
