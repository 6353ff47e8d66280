import { UserError } from '../errors.ts';
import { kindWords } from '../session/accountLabel.ts';
import { showMessage } from '../ui/messages.ts';
import { withoutIcons } from '../ui/plain.ts';
import { withProgress } from '../ui/progress.ts';
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
        detail: withoutIcons(`${kindWords[account.kind]}, client ${account.clientId}`),
        value: account.id,
      })),
      { title: 'Sign Out', placeHolder: 'Whose sign-in is to be ended and removed from this machine?' },
    );
    const removed = await withProgress('Signing out', () => session.signOut(id));
    if (removed)
      showMessage(
        'info',
        `Signed out of ${removed.organization.name}. Nothing of the sign-in is stored here any more.`,
      );
  },
} as const satisfies Command;
