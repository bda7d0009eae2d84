import type { Metadata } from 'next';
import { RecoveryCodesPage } from '@/components/desk/RecoveryCodesPage';
import { readNotice } from '@/lib/accounts/notices';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { admitted, type DeskPageProps, DeskView, deskMetadata, openDesk } from '../desk-page';

export async function generateMetadata({ params }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  return deskMetadata(locale, words(locale, 'DeskFactor')('codes.title'));
}

export default async function RecoveryCodes(props: DeskPageProps) {
  const { locale, headers, ...desk } = await openDesk(props);
  const staff = admitted(locale, '/desk/recovery-codes', desk.staff);
  const codes = readNotice(headers, 'recoveryCodes', staff.id)?.codes ?? null;
  return (
    <DeskView locale={locale} page="/desk/recovery-codes" staff={staff}>
      <RecoveryCodesPage locale={locale} codes={codes} />
    </DeskView>
  );
}
