/**
 * The accounts of the demonstration, for people.
 * @param {import('./folder.mjs').Account[]} accounts
 * @returns {string[]}
 */
export function accountLines(accounts) {
  const width = Math.max(...accounts.map(({ email }) => email.length));
  return [
    'Accounts of the demonstration (invented people):',
    ...accounts.map(
      ({ email, role, password, secret }) =>
        `  ${email.padEnd(width)}  ${role.padEnd(11)}  ${password}${secret ? '' : '   (no code asked)'}`,
    ),
    'The code of the second step, in another terminal: npm run demo -- code EMAIL',
  ];
}
