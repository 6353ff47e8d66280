import { regions as published } from './generated/api.ts';

/** A published region. Tokens go to `apiHost` and `loginHost` of one of these and nowhere else. */
export interface Region {
  /** For example `mypurecloud.ie`: what most tools call the region. */
  readonly domain: string;
  /** For example `eu-west-1`. */
  readonly awsRegion: string;
  /** `api.<domain>`, without a scheme. */
  readonly apiHost: string;
  /** `login.<domain>`, without a scheme. */
  readonly loginHost: string;
  /** For people, for example `EMEA (Dublin)`; the AWS name where no published name is known. */
  readonly name: string;
}

/** The 18 regions that the official SDKs list (schemas/api/regions.json), in their order. */
export const regions: readonly Region[] = published.map(({ domain, awsRegion, apiHost, loginHost, name }) => ({
  domain,
  awsRegion,
  apiHost,
  loginHost,
  name: name ?? awsRegion,
}));

/** The region that a domain or an AWS name stands for. Case and outer spaces do not count; hosts are not accepted. */
export function findRegion(name: string): Region | undefined {
  const wanted = name.trim().toLowerCase();
  return regions.find((region) => region.domain === wanted || region.awsRegion === wanted);
}

/** The host in an address, or the text itself: `https://api.mypurecloud.ie/api/v2` gives `api.mypurecloud.ie`. */
export function hostOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/:?#].*$/, '');
}

/** The region whose domain, or API, login or apps host this is, for a repair. Unpublished hosts give nothing. */
export function regionOfHost(text: string): Region | undefined {
  const host = hostOf(text);
  return regions.find(({ domain }) => [domain, `api.${domain}`, `login.${domain}`, `apps.${domain}`].includes(host));
}
