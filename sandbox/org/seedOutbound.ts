import { seededRandom } from '../random.ts';
import type { IdOf } from './ids.ts';
import type { OutboundMappings } from './model.ts';
import { seedDates } from './seedDates.ts';

/** Flags by code. One entry has none, one is of a deleted code. */
const flagsByName: Readonly<Record<string, readonly string[]>> = {
  'Wrong Number': ['NUMBER_UNCALLABLE'],
  'Do Not Call': ['CONTACT_UNCALLABLE', 'RIGHT_PARTY_CONTACT'],
  'Sale Closed': ['RIGHT_PARTY_CONTACT', 'BUSINESS_SUCCESS'],
  'Sale Lost - Price': ['RIGHT_PARTY_CONTACT', 'BUSINESS_FAILURE'],
  'Thinking It Over': ['RIGHT_PARTY_CONTACT', 'BUSINESS_NEUTRAL'],
  'No Answer': [],
};
const deletedNames: Readonly<Record<string, readonly string[]>> = { 'Christmas 2023 Campaign': ['BUSINESS_NEUTRAL'] };

/** The org's outbound mappings. */
export function seedOutbound(seed: number, idOf: IdOf): OutboundMappings {
  const entries = (kind: string, flags: typeof flagsByName): readonly (readonly [string, readonly string[]])[] =>
    Object.entries(flags).map(([name, set]) => [idOf(kind, name), set]);
  return {
    id: idOf('outbound', 'mappings'),
    name: 'Wrap-up code mappings',
    ...seedDates(seededRandom(`${seed}/outbound`)),
    version: 7,
    defaultSet: ['RIGHT_PARTY_CONTACT'],
    mapping: Object.fromEntries([...entries('code', flagsByName), ...entries('deleted code', deletedNames)]),
    others: {},
  };
}
