import { prompts } from '../afterCallWork.ts';
import { findRegion, hostOf, type Region, regionOfHost } from '../regions.ts';
import { bare } from './fold.ts';
import type { InventedValue, Place } from './model.ts';
import { places } from './places.ts';
import { findInventedQueryValue } from './queryValues.ts';
import { isQueryKind } from '../schema.ts';
import { findInventedSurveyValue } from './surveyRules.ts';

/** Other spellings of the prompts: those of a conversation's participant, and those of the admin UI. */
const promptWords = table({
  mandatory: 'MANDATORY',
  optional: 'OPTIONAL',
  agentrequested: 'AGENT_REQUESTED',
  timeout: 'MANDATORY_TIMEOUT',
  forcedtimeout: 'MANDATORY_FORCED_TIMEOUT',
  mandatorytimeout: 'MANDATORY_TIMEOUT',
  mandatoryforcedtimeout: 'MANDATORY_FORCED_TIMEOUT',
  ...Object.fromEntries(prompts.map(({ prompt, label }) => [bare(label), prompt])),
});

/** `active` and so on in the spelling of the API's filter, and words of tools that can switch a code off. */
const stateWords = table({
  active: 'active',
  enabled: 'active',
  deleted: 'deleted',
  retired: 'retired',
  inactive: 'retired',
  disabled: 'retired',
  hidden: 'retired',
  deprecated: 'retired',
  archived: 'retired',
});

/** How tutorials name a region in a host: `api.eu.mypurecloud.com`. */
const shortNames: Readonly<Record<string, string>> = { eu: 'eu-west-1', ap: 'ap-southeast-2' };

/** The published region that a host, an address or a region's name was meant for; nothing when it cannot be told. */
export function meantRegion(text: string): Region | undefined {
  const host = hostOf(text);
  const short = /^\w+\.(eu|ap)\.mypurecloud\.com$/.exec(host)?.[1] ?? '';
  const known = findRegion(host) ?? regionOfHost(host) ?? findRegion(shortNames[short] ?? '');
  // us-east-1.mygen.com, api.us-east-1.mypurecloud.com, eu-west-1.genesys.cloud: the AWS name is one of the labels.
  return (
    known ??
    host
      .split('.')
      .map(findRegion)
      .find((region) => region !== undefined)
  );
}

/**
 * What is wrong with a value that others use in this place, and what was meant. Nothing for a value that is right,
 * and for one that nobody is known to use.
 */
export function findInventedValue(where: Place, key: string, value: string): InventedValue | undefined {
  if (isQueryKind(places[where].kind)) return findInventedQueryValue(where, key, value);
  if (places[where].kind === 'SurveyRules') return findInventedSurveyValue(where, key, value);
  if (where === 'environment' && key === 'region') return region(value);
  if (where === 'afterCallWork' && key === 'prompt') {
    const real = promptWords.get(bare(value));
    const explanation = `A queue spells it \`${real}\`.`;
    return real === undefined || real === value ? undefined : { where, key, explanation, real };
  }
  if (where === 'code' && key === 'state') {
    const real = stateWords.get(bare(value));
    const explanation =
      'A wrap-up code is `active`, `retired` (off its queues) or `deleted` here. Genesys Cloud cannot disable or hide one.';
    return real === undefined || real === value ? undefined : { where, key, explanation, real };
  }
  if (where === 'event' && key === 'on') {
    const real = /(?:^|[:.])(created|updated|deleted)$/i.exec(value)?.[1]?.toLowerCase();
    const explanation =
      'There are no events such as `routing:wrapupcode:created` in the API. The changes are `created`, `updated` and `deleted`.';
    return real === undefined || real === value ? undefined : { where, key, explanation, real };
  }
  return undefined;
}

function region(value: string): InventedValue | undefined {
  const meant = meantRegion(value);
  if (value === meant?.domain || value === meant?.awsRegion) return undefined;
  const place = { where: 'environment', key: 'region' } as const;
  if (findRegion(value)) {
    return {
      ...place,
      explanation: 'Regions are written in small letters and without spaces.',
      real: value.trim().toLowerCase(),
    };
  }
  if (!/[./]/.test(value)) return undefined;
  const explanation = regionOfHost(value)
    ? 'A project names a published region and never a host or an address.'
    : 'This is not a Genesys Cloud host. A project names a published region, by its domain or AWS name.';
  return { ...place, explanation, ...(meant ? { real: meant.domain } : {}) };
}

/** A map, since a value such as `constructor` would find something in a plain object. */
function table(words: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(words));
}
