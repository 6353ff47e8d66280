/** The endpoints as the methods of one object. */
import type { Clock } from '../ports.ts';
import { queryConversationAggregates, queryConversationDetails } from './endpoints/analytics.ts';
import { queryAudits } from './endpoints/audits.ts';
import { addRow, getRow, listRows, removeRow, replaceRow } from './endpoints/dataTableRows.ts';
import { findDataTable } from './endpoints/dataTables.ts';
import { listDivisions } from './endpoints/divisions.ts';
import { listLimits } from './endpoints/limits.ts';
import { getOrganization } from './endpoints/organizations.ts';
import { getOutbound, replaceOutbound } from './endpoints/outbound.ts';
import { getQueue, replaceQueue } from './endpoints/queueDocument.ts';
import { addQueueWrapupCodes, listQueueWrapupCodes, listQueues, removeQueueWrapupCode } from './endpoints/queues.ts';
import { getSubject } from './endpoints/subjects.ts';
import { getTokenInfo, revokeToken } from './endpoints/tokens.ts';
import { createTrigger, listTriggerTopics, listTriggers, removeTrigger } from './endpoints/triggers.ts';
import { getMe, listUsers } from './endpoints/users.ts';
import {
  createWrapupCode,
  findWrapupCodes,
  getWrapupCode,
  listWrapupCodes,
  listWrapupCodesWithDeleted,
  removeWrapupCode,
  updateWrapupCode,
} from './endpoints/wrapupCodes.ts';
import type { Genesys } from './genesys.ts';
import type { Api } from './request.ts';

/** All of an org that goes through `api`. The clock is for what has to be asked for again until it is done. */
export function resourcesOf(api: Api, clock: Clock): Omit<Genesys, 'close'> {
  return {
    organization: (options = {}) => getOrganization(api, options),
    limits: (namespace, options = {}) => listLimits(api, namespace, options),
    divisions: (options = {}) => listDivisions(api, options),
    users: (options = {}) => listUsers(api, options),
    me: (options = {}) => getMe(api, options),
    subject: (options = {}) => getSubject(api, options),
    tokenInfo: (options = {}) => getTokenInfo(api, options),
    wrapupCodes: {
      list: (options = {}) => listWrapupCodes(api, options),
      listWithDeleted: (options = {}) => listWrapupCodesWithDeleted(api, options),
      findByName: (name, options = {}) => findWrapupCodes(api, name, options),
      get: (id, options = {}) => getWrapupCode(api, id, options),
      create: (body, options = {}) => createWrapupCode(api, body, options),
      update: (id, body, options = {}) => updateWrapupCode(api, id, body, options),
      remove: (id, options = {}) => removeWrapupCode(api, id, options),
    },
    queues: {
      list: (options = {}) => listQueues(api, options),
      get: (queueId, options = {}) => getQueue(api, queueId, options),
      replace: (queueId, document, options = {}) => replaceQueue(api, queueId, document, options),
    },
    queueWrapupCodes: {
      list: (queueId, options = {}) => listQueueWrapupCodes(api, queueId, options),
      add: (queueId, codeIds, options = {}) => addQueueWrapupCodes(api, queueId, codeIds, options),
      remove: (queueId, codeId, options = {}) => removeQueueWrapupCode(api, queueId, codeId, options),
    },
    outbound: {
      mappings: (options = {}) => getOutbound(api, options),
      replace: (document, options = {}) => replaceOutbound(api, document, options),
    },
    dataTables: {
      find: (name, options = {}) => findDataTable(api, name, options),
      rows: (tableId, options = {}) => listRows(api, tableId, options),
      row: (tableId, key, options = {}) => getRow(api, tableId, key, options),
      addRow: (tableId, row, options = {}) => addRow(api, tableId, row, options),
      replaceRow: (tableId, key, row, options = {}) => replaceRow(api, tableId, key, row, options),
      removeRow: (tableId, key, options = {}) => removeRow(api, tableId, key, options),
    },
    audits: { query: (query, options = {}) => queryAudits(api, clock, query, options) },
    triggers: {
      list: (options = {}) => listTriggers(api, options),
      topics: (options = {}) => listTriggerTopics(api, options),
      create: (body, options = {}) => createTrigger(api, body, options),
      remove: (id, options = {}) => removeTrigger(api, id, options),
    },
    analytics: {
      conversationDetails: (body, options = {}) => queryConversationDetails(api, body, options),
      conversationAggregates: (body, options = {}) => queryConversationAggregates(api, body, options),
    },
    revoke: (options = {}) => revokeToken(api, options),
  };
}
