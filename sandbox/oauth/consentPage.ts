/** The page where a person chooses who they are and says yes or no. */
import type { Answer } from '../exchange.ts';
import type { Org, User } from '../org/model.ts';
import { escaped, page } from './page.ts';
import { activeUsers, kindOf, kinds, kindWords } from './rights.ts';
import type { SignInRequest } from './sessions.ts';

/** `name` is what the open page is called in the form. */
export function consentPage(org: Org, request: SignInRequest, name: string): Answer {
  const app = escaped(request.app.name);
  const place = escaped(new URL(request.redirectUri).host);
  return page(
    200,
    `Sign in to ${escaped(org.name)}`,
    `<p><strong>${app}</strong> wants to use ${escaped(org.name)} as you. This is the sandbox: choose who you are, there is no password.</p>
<form method="post" action="consent">
<input type="hidden" name="page" value="${escaped(name)}">
<label for="user">I am</label>
<select id="user" name="user" size="12" required autofocus>
${optionGroups(org)}
</select>
<p>You go on at <code>${place}</code>.</p>
<button type="submit" name="decision" value="allow">Allow</button>
<button type="submit" name="decision" value="deny" formnovalidate>Deny</button>
</form>`,
  );
}

/** One group for each kind of rights; the first administrator is chosen, so that Enter is enough. */
function optionGroups(org: Org): string {
  const users = activeUsers(org);
  const chosen = users.find((user) => kindOf(user) === 'administrator');
  return kinds
    .map((kind) => {
      const options = users.filter((user) => kindOf(user) === kind).map((user) => optionOf(org, user, user === chosen));
      return `<optgroup label="${escaped(kindWords[kind])}">\n${options.join('\n')}\n</optgroup>`;
    })
    .join('\n');
}

function optionOf(org: Org, user: User, isChosen: boolean): string {
  const division = org.divisions.find(({ id }) => id === user.divisionId)?.name ?? '';
  const words = escaped(`${user.name} (${user.title}, ${division})`);
  return `<option value="${escaped(user.id)}"${isChosen ? ' selected' : ''}>${words}</option>`;
}
