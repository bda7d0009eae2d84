import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInPage } from '@/components/desk/SignInPage';
import { deskPath } from '@/lib/accounts/desk-path';
import { readNotice } from '@/lib/accounts/notices';
import { oneOf, readOutcome } from '@/lib/accounts/outcomes';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { type DeskPageProps, DeskView, deskMetadata, openDesk } from '../desk-page';

export async function generateMetadata({ params, searchParams }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { fault } = readOutcome(await searchParams);
  return deskMetadata(locale, words(locale, 'DeskSignIn')('title'), fault !== null);
}

export default async function SignIn(props: DeskPageProps) {
  const { locale, search, headers, staff } = await openDesk(props);
  const next = oneOf(search, 'next');
  const path = next === undefined ? undefined : deskPath(next, locale);
  if (staff) redirect(path ?? hrefFor(locale, '/desk'));
  const { fault, done } = readOutcome(search, ['wrongSignIn', 'password']);
  return (
    <DeskView locale={locale} page="/desk/sign-in" query={path ? { next: path } : {}} staff={null}>
      <SignInPage
        locale={locale}
        fault={fault}
        done={done}
        next={path}
        email={readNotice(headers, 'typed', null)?.email ?? ''}
      />
    </DeskView>
  );
}
