import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ACTIONS, needsFreshFactor, ROLES, roleCan } from '@/lib/accounts/permissions';
import { words } from '@/lib/i18n/words';

const DOC = 'docs/staff-roles.md';

/** The table as the page must show it. */
function table(): string {
  const t = words('en', 'StaffActions');
  const rows = ACTIONS.map((action) => {
    const cells = ROLES.map((role) => (roleCan(role, action) ? 'yes' : ''));
    return [`\`${action}\`${needsFreshFactor(action) ? ' *' : ''}`, t(action), ...cells];
  });
  return [['Action', 'In words', ...ROLES], ['---', '---', ...ROLES.map(() => '---')], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

it(`${DOC} shows the table of rights as it is`, () => {
  expect(readFileSync(DOC, 'utf8'), `The table should be:\n\n${table()}\n`).toContain(table());
});
