/** A queue's after-call work, `acwSettings` of the `Queue` model: the only place where "mandatory" lives. */
import type { AfterCallWorkPrompt } from './generated/files.ts';

export interface PromptFacts {
  readonly prompt: AfterCallWorkPrompt;
  /** What the admin UI calls it. */
  readonly label: string;
  /** Whether an agent has to choose a code. */
  readonly mandatory: boolean;
  /** Whether the platform uses `timeoutMs` with it. */
  readonly usesTimeout: boolean;
}

/** The five prompts in the API's order. */
export const prompts: readonly PromptFacts[] = [
  { prompt: 'MANDATORY', label: 'Mandatory, Discretionary', mandatory: true, usesTimeout: false },
  { prompt: 'OPTIONAL', label: 'Optional', mandatory: false, usesTimeout: false },
  { prompt: 'MANDATORY_TIMEOUT', label: 'Mandatory, Time-boxed', mandatory: true, usesTimeout: true },
  {
    prompt: 'MANDATORY_FORCED_TIMEOUT',
    label: 'Mandatory, Time-boxed no early exit',
    mandatory: true,
    usesTimeout: true,
  },
  { prompt: 'AGENT_REQUESTED', label: 'Agent Requested', mandatory: false, usesTimeout: true },
];

/** The facts of a prompt as a file or the org spells it; nothing for a word that the API does not have. */
export function promptFacts(prompt: string): PromptFacts | undefined {
  return prompts.find((known) => known.prompt === prompt);
}

/** Milliseconds in each unit, the largest first. */
const units = [
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

const written = /^(\d+(?:\.\d+)?) ?(ms|s|m|min|h)$/;

/**
 * A duration as people write it, in milliseconds: `30s`, `5m`, `5 min`, `1 h`, `1.5m`, `500ms`. Outer spaces are ignored.
 * Nothing for other text, for a part of a millisecond, and for more than a number holds exactly.
 */
export function parseDuration(text: string): number | undefined {
  const [, amount, unit] = written.exec(text.trim()) ?? [];
  if (amount === undefined || unit === undefined) return undefined;
  const factor = units.find(([name]) => name === (unit === 'min' ? 'm' : unit))?.[1] ?? Number.NaN;
  // Rounded only as far as floating point erred: 1.1 s is 1100 ms, 0.0001 s is not a duration of whole milliseconds.
  const exact = Number(amount) * factor;
  const ms = Math.round(exact);
  return Number.isSafeInteger(ms) && Math.abs(exact - ms) < 1e-6 ? ms : undefined;
}

/** The shortest way to write a duration: `90000` gives `90s`, `60000` gives `1m`. `ms` is a whole number, 0 or more. */
export function formatDuration(ms: number): string {
  const [unit, factor] = units.find(([, size]) => ms > 0 && ms % size === 0) ?? ['s', 1000];
  return `${ms / factor}${unit}`;
}
