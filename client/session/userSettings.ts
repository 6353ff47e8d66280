import * as vscode from 'vscode';
import { DEFAULT_RATE_SHARE, gatewayAddress, type GatewayResult } from '#core/genesys/index.ts';
import { fromUser } from './fromUser.ts';

/**
 * Settings that say where secrets go, and how an org is used. Only the user's own count: package.json gives them the
 * scope `application`, and a value of a workspace would not be read even so.
 */
export function userGateway(): GatewayResult {
  const address = fromUser(inspect('signIn.gateway'), (value) => typeof value === 'string') ?? '';
  if (address.trim() !== '') return gatewayAddress(address);
  return { ok: false, why: 'No identity gateway is set. Enter its address in the settings, then sign in again.' };
}

/** The port that a browser comes back to; 0 for any that is free. */
export function redirectPort(): number {
  return fromUser(inspect('signIn.redirectPort'), isPort) ?? 0;
}

/** The part of the allowed rate of requests that is used: above 0, at most 1. The setting is in percent. */
export function rateShare(): number {
  const percent = fromUser(inspect('org.rateShare'), isPercent);
  return percent === undefined ? DEFAULT_RATE_SHARE : percent / 100;
}

const inspect = (key: string) => vscode.workspace.getConfiguration('wrapsmith').inspect<unknown>(key);

const isPort = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 65_535;

const isPercent = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 100;
