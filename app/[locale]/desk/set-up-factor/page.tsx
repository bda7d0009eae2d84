import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { toString as toQr } from 'qrcode';
import { SetUpFactorPage } from '@/components/desk/SetUpFactorPage';
import { findPendingFactor } from '@/lib/accounts/factor';
import { oneOf, readOutcome } from '@/lib/accounts/outcomes';
import { needsFactor } from '@/lib/accounts/permissions';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { type DeskPageProps, DeskView, deskMetadata, openDesk, signedIn } from '../desk-page';

export async function generateMetadata({ params, searchParams }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { fault } = readOutcome(await searchParams);
  return deskMetadata(locale, words(locale, 'DeskFactor')('title'), fault !== null);
}

export default async function SetUpFactor(props: DeskPageProps) {
  const { locale, search, ...desk } = await openDesk(props);
  const staff = signedIn(locale, '/desk/set-up-factor', desk.staff);
  if (staff.hasFactor) redirect(hrefFor(locale, '/desk/account'));
  const pending = await findPendingFactor(staff);
  const wrong = pending && oneOf(search, 'at') !== 'password' ? (['wrongCode', 'code'] as const) : undefined;
  const { fault, done } = readOutcome(search, wrong);
  const picture = pending && (await toQr(pending.uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }));
  return (
    <DeskView locale={locale} page="/desk/set-up-factor" staff={staff}>
      <SetUpFactorPage
        locale={locale}
        fault={fault}
        done={done}
        compulsory={needsFactor(staff.role)}
        pending={
          pending && picture
            ? { picture: `data:image/svg+xml,${encodeURIComponent(picture)}`, secret: pending.secret }
            : null
        }
      />
    </DeskView>
  );
}
