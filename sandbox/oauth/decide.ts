/** `POST /oauth/consent`: what the person said on the page. */
import type { Answer } from '../exchange.ts';
import { type Login, sentBack } from './authorize.ts';
import { refusalPage } from './page.ts';
import { activeUsers } from './rights.ts';

/** A page counts once, so going back in the browser and saying it again leads nowhere. */
export function decide(login: Login, form: URLSearchParams): Answer {
  const request = login.sessions.close(form.get('page') ?? '');
  if (!request)
    return refusalPage('This page was used before or open for too long. Start the sign-in again in the program.');
  const { redirectUri, state } = request;
  if (form.get('decision') !== 'allow') {
    return sentBack(redirectUri, { error: 'access_denied', error_description: 'The user said no', state }, 303);
  }
  const user = activeUsers(login.org).find(({ id }) => id === form.get('user'));
  if (!user) return refusalPage('Nobody was chosen. Start the sign-in again in the program.');
  return sentBack(redirectUri, { code: login.sessions.newCode(request, user.id), state }, 303);
}
