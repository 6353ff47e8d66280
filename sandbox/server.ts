/**
 * The sandbox: a stand-in for a Genesys Cloud org on loopback, login and API on one address.
 * It is written from the published models and shares no code with the product, so that it can prove it wrong.
 */
import { createServer } from 'node:http';
import type { ConversationSource } from './analytics/model.ts';
import { createConversationSource } from './analytics/source.ts';
import { createAnswers } from './answers.ts';
import { type Clock, systemClock } from './clock.ts';
import { createCommands } from './control/commands.ts';
import { createNetwork } from './control/network.ts';
import { createFaultRules } from './control/rules.ts';
import { type Control, openControl } from './control/server.ts';
import { defaultTokenSeconds, limitValue } from './facts.ts';
import type { FaultHook } from './faults.ts';
import { closeServer, listen } from './listen.ts';
import type { LoggedRequest, OpenRequest } from './log.ts';
import { registeredRedirects, seedSignInApps, type SignInApps } from './oauth/apps.ts';
import { createGateway, gatewayPath } from './oauth/gateway.ts';
import { createSignInSessions } from './oauth/sessions.ts';
import { createOrgEdits, type OrgEdits } from './org/edits.ts';
import type { Clients, Org } from './org/model.ts';
import { addNewerFields } from './org/newerFields.ts';
import { seedOrg } from './org/seed.ts';
import { seededRandom } from './random.ts';
import { createListener } from './serve.ts';
import { type SettableSwitches, type Switches, switchesWith } from './switches.ts';
import { createTokenStore, newSecret } from './tokens.ts';
import type { World } from './world.ts';

export interface SandboxOptions {
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** The org is a function of it, but for the clients' secrets, which are made for each run; default 1. */
  readonly seed?: number;
  /** Requests a minute for one token; default is the published 300. */
  readonly rate?: number;
  readonly clock?: Clock;
  /** Conversations on a working day; default 400. */
  readonly conversationsPerDay?: number;
  /** Instead of the conversations that are made from the seed. */
  readonly conversations?: ConversationSource;
  readonly switches?: Partial<Switches>;
  /** Asked once for each request, before anything else. */
  readonly fault?: FaultHook;
  /** Seconds that a token lives, 300 to 172,800; default is the published day. */
  readonly tokenSeconds?: number;
  /** The addresses that a sign-in may go back to where only registered ones count. */
  readonly redirectUris?: readonly string[];
  /** A public RSA key in PEM: opens the identity gateway, for JWTs that are signed with its other half. */
  readonly gatewayKey?: string;
  /** Opens the control port. */
  readonly control?: boolean;
}

export interface Sandbox {
  /** `http://127.0.0.1:<port>`, for login and API. */
  readonly url: string;
  readonly port: number;
  /** The full client's. */
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clients: Clients;
  /** The clients that people sign in through. */
  readonly apps: SignInApps;
  /** Where the identity gateway takes JWTs, if it is open. */
  readonly gatewayUrl: string | undefined;
  /** The control port, if it is open. */
  readonly control: Pick<Control, 'url' | 'secret'> | undefined;
  /** The live org. Tests may read it; requests change it. */
  readonly org: Org;
  /** Changes the org as somebody else would, between two requests. */
  readonly edit: OrgEdits;
  readonly switches: Switches;
  /** All requests so far, in the order of their arrival. */
  readonly log: readonly LoggedRequest[];
  /** Ends all tokens, as an administrator could. */
  revokeTokens(): void;
  /** Ends all connections and the server. */
  close(): Promise<void>;
}

/** Starts a sandbox on 127.0.0.1. Rejects if the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const seed = options.seed ?? 1;
  const clock = options.clock ?? systemClock;
  const ids = seededRandom(`${seed}/created`);
  const correlationIds = seededRandom(`${seed}/correlation`);
  const org = seedOrg(seed, newSecret);
  const switches: SettableSwitches = switchesWith(options.switches);
  if (switches.newerFields === 'yes') addNewerFields(org);
  const tokens = createTokenStore(clock, options.tokenSeconds ?? defaultTokenSeconds);
  const perDay = options.conversationsPerDay;
  const world: World = {
    org,
    conversations:
      options.conversations ??
      createConversationSource({ seed, org, clock, ...(perDay === undefined ? {} : { perDay }) }),
    clock,
    switches,
    tokens,
    rate: options.rate ?? limitValue('platform.api.token.rate.per.minute'),
    newId: () => ids.uuid(),
  };
  const issuer = {
    org,
    tokens,
    switches,
    apps: seedSignInApps(
      (kind, name) => seededRandom(`${seed}/${kind}/${name}`).uuid(),
      newSecret,
      options.redirectUris ?? registeredRedirects,
    ),
    sessions: createSignInSessions(clock, tokens),
  };
  const gateway = options.gatewayKey === undefined ? undefined : await createGateway(options.gatewayKey, issuer, clock);
  const answers = createAnswers({ world, issuer, gateway });
  const log: OpenRequest[] = [];
  const edit = createOrgEdits(world);

  const server = createServer(
    createListener({
      world,
      switches,
      answers,
      log,
      fault: (request) => options.fault?.(request) ?? rules.hook(request),
      newCorrelationId: () => correlationIds.uuid(),
    }),
  );
  const network = createNetwork(server);
  const rules = createFaultRules(network);
  const port = await listen(server, options.port ?? 0);
  const url = `http://127.0.0.1:${port}`;
  const setSwitches = (set: Partial<Switches>): void => void Object.assign(switches, set);
  const control = options.control
    ? await openControl(createCommands({ world, edit, rules, network, log, setSwitches }))
    : undefined;
  const { full } = world.org.clients;
  return {
    url,
    port,
    clientId: full.id,
    clientSecret: full.secret,
    clients: world.org.clients,
    apps: issuer.apps,
    gatewayUrl: gateway && url + gatewayPath,
    control,
    org: world.org,
    edit,
    switches,
    log,
    revokeTokens: () => tokens.revokeAll(),
    close: async () => void (await Promise.all([closeServer(server), control?.close()])),
  };
}
