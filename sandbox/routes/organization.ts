/** `/api/v2/organizations/me` and the limits, which need no permission. */
import { notFound } from '../errors.ts';
import { ok, type Route } from '../exchange.ts';
import { documentedLimits, limitNamespaces } from '../facts.ts';
import type { Json } from '../json.ts';
import { listing } from '../listing.ts';
import type { World } from '../world.ts';

const limits = '/api/v2/organizations/limits';

export function organizationRoutes(world: World): readonly Route[] {
  const { org } = world;
  return [
    {
      method: 'GET',
      template: '/api/v2/organizations/me',
      handle: () =>
        ok({
          id: org.id,
          name: org.name,
          defaultLanguage: 'en-US',
          defaultCountryCode: 'NL',
          thirdPartyOrgName: 'northwind-sandbox',
          domain: 'northwind.example.com',
          version: 1,
          state: 'active',
          voicemailEnabled: false,
          features: {},
          selfUri: `/api/v2/organizations/${org.id}`,
        }),
    },
    {
      method: 'GET',
      template: `${limits}/namespaces`,
      // The published return type is only an object: a listing of names is inferred.
      handle: (call) => ok(listing(call, limitNamespaces, (name) => name, world.switches)),
    },
    {
      method: 'GET',
      template: `${limits}/namespaces/{namespaceName}`,
      handle: (call) => ok(limitsOf(call.params['namespaceName'] ?? '', world.rate)),
    },
    {
      method: 'GET',
      template: `${limits}/namespaces/{namespaceName}/defaults`,
      handle: (call) => ok(limitsOf(call.params['namespaceName'] ?? '')),
    },
    {
      method: 'GET',
      template: `${limits}/docs`,
      handle: () =>
        ok({
          namespaces: limitNamespaces.map((name) => ({
            name,
            friendlyName: name,
            limits: documentedLimits(name).map((limit) => ({ key: limit.key, defaultValue: limit.value })),
          })),
        }),
    },
  ];
}

/** A `LimitsEntityListing`. A namespace whose numbers nobody published is empty: no number is made up. */
function limitsOf(namespace: string, rate?: number): Json {
  if (!limitNamespaces.includes(namespace)) throw notFound();
  return {
    entities: documentedLimits(namespace).map((limit) => ({
      namespace,
      key: limit.key,
      value: rate !== undefined && limit.key.endsWith('token.rate.per.minute') ? rate : limit.value,
    })),
  };
}
