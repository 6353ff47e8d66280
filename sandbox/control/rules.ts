/** The faults that were asked for through the control port, and what became of them. */
import type { Fault, FaultHook, FaultTarget, Release } from '../faults.ts';
import type { JsonObject } from '../json.ts';
import type { FaultMaker } from './faultOf.ts';
import type { Network, Outage } from './network.ts';

/** A fault for the `nth` request that `matches` (from 1) and those after it, `times` in all. */
export interface RulePlan {
  readonly matches: (request: FaultTarget) => boolean;
  readonly nth: number;
  readonly times: number;
  readonly make: FaultMaker;
  /** As it was sent. */
  readonly sent: JsonObject;
}

export interface FaultRules {
  readonly hook: FaultHook;
  add(plan: RulePlan): string;
  /** A rule as it may be shown, or undefined. */
  view(id: string): RuleView | undefined;
  views(): readonly RuleView[];
  /** Resolves when the rule has struck so often, or is gone. */
  struck(id: string, times: number): Promise<void>;
  /** Lets the requests go that a rule holds; gives their number. */
  release(id: string, how: Release): number;
  /** Takes a rule away and lets its requests go on. False if there is none. */
  remove(id: string): boolean;
}

export type RuleView = JsonObject & { readonly id: string };

interface Rule {
  readonly plan: RulePlan;
  seen: number;
  /** Indexes of the requests that it struck. */
  readonly struck: number[];
  /** Those who wait for a strike. */
  watchers: { readonly times: number; readonly tell: () => void }[];
  held: ((how: Release) => void)[];
  /** Why an edit could not be made. */
  failure?: string;
}

export function createFaultRules(network: Network): FaultRules {
  const rules = new Map<string, Rule>();
  let added = 0;

  const rulesOf: FaultRules = {
    hook(request) {
      if (network.state !== 'up') return { kind: 'reset', when: 'before' };
      // Every rule counts, whichever strikes.
      let due: Rule | undefined;
      for (const rule of rules.values()) if (isDue(rule, request)) due ??= rule;
      return due && strike(due, request.index, (outage) => void network.set(outage));
    },
    add(plan) {
      added += 1;
      const id = String(added);
      rules.set(id, { plan, seen: 0, struck: [], watchers: [], held: [] });
      return id;
    },
    view(id) {
      const rule = rules.get(id);
      return rule && viewOf(id, rule);
    },
    views: () => [...rules].map(([id, rule]) => viewOf(id, rule)),
    struck(id, times) {
      const rule = rules.get(id);
      if (!rule || rule.struck.length >= times) return Promise.resolve();
      return new Promise((tell) => rule.watchers.push({ times, tell }));
    },
    release(id, how) {
      const held = rules.get(id)?.held.splice(0) ?? [];
      for (const letGo of held) letGo(how);
      return held.length;
    },
    remove(id) {
      const rule = rules.get(id);
      if (!rule) return false;
      rulesOf.release(id, 'goOn');
      rules.delete(id);
      for (const { tell } of rule.watchers) tell();
      return true;
    },
  };
  return rulesOf;
}

/** Counts the request. */
function isDue(rule: Rule, request: FaultTarget): boolean {
  const { matches, nth, times } = rule.plan;
  if (!matches(request)) return false;
  rule.seen += 1;
  return rule.seen >= nth && rule.seen < nth + times;
}

function strike(rule: Rule, index: number, takeNetworkDown: (outage: Outage) => void): Fault | undefined {
  rule.struck.push(index);
  const fault = rule.plan.make({
    hold: () => new Promise((letGo) => rule.held.push(letGo)),
    takeNetworkDown,
  });
  const told = rule.watchers.filter(({ times }) => rule.struck.length >= times);
  rule.watchers = rule.watchers.filter((watcher) => !told.includes(watcher));
  for (const { tell } of told) tell();
  return fault?.kind === 'edited' ? { ...fault, edit: () => attempt(rule, fault.edit) } : fault;
}

/** An edit of what does not exist is told in the list; the request goes on as if there were none. */
function attempt(rule: Rule, edit: () => void): void {
  try {
    edit();
  } catch (error) {
    rule.failure = error instanceof Error ? error.message : String(error);
  }
}

function viewOf(id: string, rule: Rule): RuleView {
  const { seen, struck, held, failure } = rule;
  return { ...rule.plan.sent, id, seen, struck: struck.length, requests: [...struck], held: held.length, failure };
}
