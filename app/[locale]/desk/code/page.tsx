import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CodePage } from '@/components/desk/CodePage';
import { deskPath } from '@/lib/accounts/desk-path';
import { findWaiting } from '@/lib/accounts/library';
import { oneOf, readOutcome } from '@/lib/accounts/outcomes';
import { askForPasskey } from '@/lib/accounts/passkeys';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { type DeskPageProps, DeskView, deskMetadata, openDesk } from '../desk-page';

export async function generateMetadata({ params, searchParams }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { fault } = readOutcome(await searchParams);
  return deskMetadata(locale, words(locale, 'DeskSignIn')('code.title'), fault !== null);
}

/** Asks for the code: of a sign-in that waits for it, or again of somebody who is signed in. */
export default async function Code(props: DeskPageProps) {
  const { locale, search, headers, staff } = await openDesk(props);
  const next = oneOf(search, 'next');
  const path = next === undefined ? undefined : deskPath(next, locale);
  const waiting = staff ? null : await findWaiting(headers);
  if (!staff && waiting === null) redirect(hrefFor(locale, '/desk/sign-in'));
  if (staff && !staff.hasFactor) redirect(hrefFor(locale, '/desk/set-up-factor'));
  const { fault } = readOutcome(search, ['wrongCode', 'code']);
  const passkey = staff
    ? await askForPasskey({ purpose: 'again', staffId: staff.id, sessionId: staff.sessionId })
    : await askForPasskey({ purpose: 'signIn', staffId: waiting ?? '', sessionId: null });
  return (
    <DeskView locale={locale} page="/desk/code" query={path ? { next: path } : {}} staff={staff}>
      <CodePage locale={locale} fault={fault} next={path} again={staff !== null} passkey={passkey} />
    </DeskView>
  );
}
