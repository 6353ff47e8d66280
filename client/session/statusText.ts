import { withoutIcons } from '../ui/plain.ts';
import type { Environment } from './environments.ts';

const PRODUCT = 'Genesys Cloud';

/** What the status bar knows. `organization` is the org's name once it answered in this window. */
export type SessionState =
  | { readonly kind: 'restricted' }
  | { readonly kind: 'none' }
  | { readonly kind: 'signedOut'; readonly environment: Environment }
  | { readonly kind: 'ready'; readonly environment: Environment; readonly organization: string };

/** Text, tooltip and colour of the status bar item, as plain data. */
export interface StatusText {
  readonly text: string;
  readonly tooltip: string;
  /** What a screen reader says: the same without icons. */
  readonly label: string;
  readonly warning: boolean;
}

/** Protected environments differ by colour, icon and a word, so that no one depends on the colour alone. */
export function statusText(state: SessionState): StatusText {
  if (state.kind === 'restricted') return restricted;
  if (state.kind === 'none') return none;
  return state.kind === 'ready' ? ready(state.organization, state.environment) : signedOut(state.environment);
}

function signedOut(environment: Environment): StatusText {
  if (environment.kind === 'sandbox') {
    return status(
      'beaker',
      'Sandbox · not started',
      'The sandbox starts with the first plan. Click to switch the environment.',
    );
  }
  return marked(
    environment,
    `${environment.name} · signed out`,
    `Nobody is signed in to ${environment.name} (${environment.region.domain}). Click to switch the environment.`,
  );
}

function ready(organization: string, environment: Environment): StatusText {
  const text = `${organization} · ${environment.name}`;
  if (environment.kind === 'sandbox') {
    return status('beaker', text, 'An org inside this window, for trying things out. Click to switch the environment.');
  }
  return marked(
    environment,
    text,
    `Plan and push work with ${organization}, environment ${environment.name} (${environment.region.domain}). Click to switch the environment.`,
  );
}

function marked(environment: Environment, text: string, tooltip: string): StatusText {
  if (!environment.protected) return status('cloud', text, tooltip);
  return {
    ...status('lock', `${text} · protected`, `${tooltip} This environment is protected: a push asks for its name.`),
    warning: true,
  };
}

function status(icon: string, text: string, tooltip: string): StatusText {
  return {
    text: `$(${icon}) ${withoutIcons(text)}`,
    tooltip: withoutIcons(tooltip),
    label: withoutIcons(text.startsWith(PRODUCT) ? text : `${PRODUCT}: ${text.replaceAll(' · ', ', ')}`),
    warning: false,
  };
}

const restricted = status(
  'shield',
  'Restricted: checks only',
  'This workspace is not trusted. Files are checked; plan and push need a trusted workspace.',
);

const none = status('cloud', `${PRODUCT}: no environment`, 'Choose the environment that plan and push work with.');
