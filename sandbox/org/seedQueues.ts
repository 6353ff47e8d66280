import { seededRandom } from '../random.ts';
import { type QueueData, queueData } from './data/queues.ts';
import type { Queue } from './model.ts';
import type { JsonObject } from '../json.ts';
import { seedDates } from './seedDates.ts';
import type { DivisionIdOf, IdOf } from './ids.ts';

/** The queues with nearly every field of the `Queue` model, so that a PUT that loses some is seen. */
export function seedQueues(
  seed: number,
  idOf: IdOf,
  divisionIdOf: DivisionIdOf,
  authors: readonly string[],
): readonly Queue[] {
  return queueData.map((data, index) => seedQueue(seed, idOf, divisionIdOf, authors, data, index));
}

function seedQueue(
  seed: number,
  idOf: IdOf,
  divisionIdOf: DivisionIdOf,
  authors: readonly string[],
  data: QueueData,
  index: number,
): Queue {
  return {
    id: idOf('queue', data.name),
    name: data.name,
    divisionId: divisionIdOf(data.division),
    ...seedDates(seededRandom(`${seed}/queue/${data.name}`)),
    createdBy: authors[0] ?? '',
    modifiedBy: authors[index % authors.length] ?? '',
    memberCount: data.memberCount,
    userMemberCount: data.memberCount - (index % 3),
    joinedMemberCount: Math.floor(data.memberCount * 0.8),
    settings: settings(data, index, idOf),
  };
}

function settings(data: QueueData, index: number, idOf: IdOf): JsonObject {
  const ref = (kind: string, name: string, uri: string): JsonObject => {
    const id = idOf(kind, name);
    return { id, name, selfUri: `${uri}/${id}` };
  };
  const flow = (name: string): JsonObject => ref('flow', name, '/api/v2/flows');
  return {
    ...(data.description === undefined ? {} : { description: data.description }),
    scoringMethod: index % 4 === 3 ? 'PriorityOnly' : 'TimestampAndPriority',
    lastAgentRoutingMode: index % 3 === 0 ? 'QueueMembersOnly' : 'Disabled',
    skillEvaluationMethod: index % 2 === 0 ? 'ALL' : 'BEST',
    mediaSettings: mediaSettings(index),
    routingRules: [
      { operator: 'MEETS_THRESHOLD', threshold: 80, waitSeconds: 10 + index },
      { operator: 'ANY', threshold: 0, waitSeconds: 30 },
    ],
    bullseye: {
      rings: [15, 30, 60].map((threshold) => ({
        expansionCriteria: [{ type: 'TIMEOUT_SECONDS', threshold: threshold + index }],
        actions: { skillsToRemove: [] },
      })),
    },
    acwSettings: {
      wrapupPrompt: data.prompt,
      ...(data.timeoutMs === undefined ? {} : { timeoutMs: data.timeoutMs }),
    },
    memberGroups: [
      { ...ref('group', `${data.name} Team`, '/api/v2/groups'), type: 'GROUP', memberCount: data.memberCount },
    ],
    queueFlow: flow(`${data.name} In-Queue`),
    ...(index % 3 === 2 ? { emailInQueueFlow: flow(`${data.name} In-Queue Email`) } : {}),
    ...(index % 3 === 1 ? { messageInQueueFlow: flow(`${data.name} In-Queue Message`) } : {}),
    whisperPrompt: ref('prompt', `${data.name} Whisper`, '/api/v2/architect/prompts'),
    onHoldPrompt: ref('prompt', 'Hold Music', '/api/v2/architect/prompts'),
    autoAnswerOnly: index % 2 === 0,
    cannedResponseLibraries: { libraryIds: [idOf('library', data.name)], mode: 'SelectedOnly' },
    enableTranscription: true,
    enableAudioMonitoring: index % 2 === 1,
    enableManualAssignment: index % 4 === 0,
    agentOwnedRouting: { enableAgentOwnedCallbacks: true, maxOwnedCallbackHours: 24, maxOwnedCallbackDelayHours: 8 },
    directRouting: {
      callMediaSettings: { useAgentAddressOutbound: false },
      emailMediaSettings: { useAgentAddressOutbound: true },
      messageMediaSettings: { useAgentAddressOutbound: false },
      waitForAgent: false,
      agentWaitSeconds: 60,
    },
    callingPartyName: `Northwind ${data.name}`,
    callingPartyNumber: `+3120555${String(1000 + index)}`,
    defaultScripts: { CALL: ref('script', `${data.name} Call`, '/api/v2/scripts') },
    outboundMessagingAddresses: { smsAddress: ref('sms', data.name, '/api/v2/routing/sms/addresses') },
    outboundEmailAddress: { domain: ref('domain', 'northwind.example.com', '/api/v2/routing/email/domains') },
    suppressInQueueCallRecording: index % 2 === 0,
  };
}

function mediaSettings(index: number): JsonObject {
  const media = (alertingTimeoutSeconds: number, percentage: number, durationMs: number): JsonObject => ({
    enableAutoAnswer: index % 5 === 0,
    alertingTimeoutSeconds,
    serviceLevel: { percentage, durationMs },
  });
  return {
    call: media(8, 0.8, 20_000),
    callback: {
      ...media(30, 0.8, 600_000),
      mode: 'AgentFirst',
      enableAutoDialAndEnd: false,
      autoDialDelaySeconds: 300,
      autoEndDelaySeconds: 300,
    },
    chat: media(30, 0.8, 20_000),
    email: media(300, 0.8, 86_400_000),
    message: { ...media(30, 0.8, 20_000), subTypeSettings: {} },
  };
}
