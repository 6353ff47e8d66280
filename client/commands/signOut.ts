import { UserError } from '../errors.ts';
import { showMessage } from '../ui/messages.ts';
import { withoutIcons } from '../ui/plain.ts';
import { pick } from '../ui/prompts.ts';
import type { Command } from './command.ts';

export const signOut = {
  id: 'wrapsmith.signOut',
  needs: 'nothing',
  async execute({ session }) {
    const accounts = await session.accounts();
    if (accounts.length === 0) throw new UserError('Nobody is signed in, so there is nothing to sign out of.');
    const id = await pick(
      accounts.map((account) => ({
        label: withoutIcons(account.organization.name),
        description: account.region,
        detail: `Client ${account.clientId}`,
        value: account.id,
      })),
      { title: 'Sign Out', placeHolder: 'Whose secret is to be removed from this machine?' },
    );
    const removed = await session.signOut(id);
    if (removed)
      showMessage('info', `Signed out of ${removed.organization.name}. Its secret is no longer stored here.`);
  },
} as const satisfies Command;
