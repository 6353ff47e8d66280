/** The twelve queues. `prompt` is `acwSettings.wrapupPrompt`, `timeoutMs` only where the prompt has one. */
import type { DivisionName } from './divisions.ts';

export interface QueueData {
  readonly name: string;
  readonly division: DivisionName;
  readonly description?: string;
  readonly memberCount: number;
  readonly prompt: 'MANDATORY' | 'OPTIONAL' | 'MANDATORY_TIMEOUT' | 'MANDATORY_FORCED_TIMEOUT' | 'AGENT_REQUESTED';
  readonly timeoutMs?: number;
}

export const queueData: readonly QueueData[] = [
  {
    name: 'Support Voice',
    division: 'Support',
    description: 'First line, phone',
    memberCount: 148,
    prompt: 'MANDATORY_TIMEOUT',
    timeoutMs: 30_000,
  },
  {
    name: 'Support Chat',
    division: 'Support',
    description: 'First line, web messaging',
    memberCount: 112,
    prompt: 'MANDATORY_TIMEOUT',
    timeoutMs: 45_000,
  },
  { name: 'Support Email', division: 'Support', memberCount: 64, prompt: 'OPTIONAL' },
  { name: 'Billing', division: 'Billing', description: 'Invoices and payments', memberCount: 57, prompt: 'MANDATORY' },
  { name: 'Sales Voice', division: 'Sales', description: 'Inbound sales', memberCount: 126, prompt: 'MANDATORY' },
  { name: 'Sales Callback', division: 'Sales', memberCount: 41, prompt: 'MANDATORY_FORCED_TIMEOUT', timeoutMs: 60_000 },
  {
    name: 'Retention',
    division: 'Sales',
    description: 'Customers who want to leave',
    memberCount: 23,
    prompt: 'MANDATORY',
  },
  {
    name: 'Technical Tier 2',
    division: 'Support',
    description: 'Escalations from the first line',
    memberCount: 36,
    prompt: 'AGENT_REQUESTED',
    timeoutMs: 300_000,
  },
  { name: 'Claims', division: 'Billing', memberCount: 29, prompt: 'OPTIONAL' },
  {
    name: 'Onboarding',
    division: 'Home',
    description: 'New customers, first thirty days',
    memberCount: 18,
    prompt: 'MANDATORY_TIMEOUT',
    timeoutMs: 120_000,
  },
  { name: 'Back Office', division: 'Home', memberCount: 104, prompt: 'OPTIONAL' },
  { name: 'VIP Desk', division: 'Home', description: 'Named accounts', memberCount: 9, prompt: 'MANDATORY' },
];
