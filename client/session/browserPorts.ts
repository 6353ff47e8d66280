import * as vscode from 'vscode';
import type { BrowserPorts } from '#core/genesys/index.ts';
import { listenForRedirect, PortTaken } from '#host/loopbackRedirect.ts';
import { UserError } from '../errors.ts';
import { redirectPort } from './userSettings.ts';

/** The user's browser, and the way back from it. A window whose extensions run elsewhere has its port forwarded. */
export const editorBrowser: BrowserPorts = {
  async listen(accepts) {
    const listener = await listenForRedirect(redirectPort(), accepts).catch((error: unknown) => {
      throw error instanceof PortTaken ? new UserError(error.message, [PORT_SETTING]) : error;
    });
    try {
      const here = vscode.Uri.parse(listener.redirectUri);
      const outside = await vscode.env.asExternalUri(here);
      // Unless something has to be forwarded, the address stays as it is, down to the slash that it is registered with.
      if (outside.authority === here.authority) return listener;
      if (!LOOPBACK.test(outside.authority)) throw noWayBack();
      return { ...listener, redirectUri: `http://${outside.authority}/` };
    } catch (error) {
      listener.close();
      throw error;
    }
  },
  async open(url) {
    // No value in the address has a character that would be changed on the way through the editor's type for it.
    if (await vscode.env.openExternal(vscode.Uri.parse(url, true))) return;
    void offerAddress(url);
  },
};

const LOOPBACK = /^(127\.0\.0\.1|localhost):\d+$/;

const PORT_SETTING = {
  title: 'Open Settings',
  command: 'workbench.action.openSettings',
  args: ['wrapsmith.signIn.redirectPort'],
};

const noWayBack = (): UserError =>
  new UserError(
    'The browser could not come back to this window, because its extensions run on another machine. Sign in with client credentials, or in a window of this machine.',
  );

async function offerAddress(url: string): Promise<void> {
  const copy = 'Copy Address';
  const answer = await vscode.window.showInformationMessage(
    'The browser was not opened. Copy the address of the login page and open it yourself; the sign-in waits for five minutes.',
    copy,
  );
  if (answer === copy) await vscode.env.clipboard.writeText(url);
}
