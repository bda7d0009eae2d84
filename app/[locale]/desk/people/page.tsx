import type { Metadata } from 'next';
import { PeoplePage } from '@/components/desk/PeoplePage';
import { listInvitations } from '@/lib/accounts/invitations';
import { readNotice } from '@/lib/accounts/notices';
import { readOutcome } from '@/lib/accounts/outcomes';
import { listPeople } from '@/lib/accounts/people';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import {
  admitted,
  type DeskPageProps,
  DeskView,
  deskMetadata,
  NotAllowedView,
  openDesk,
  permitted,
} from '../desk-page';

export async function generateMetadata({ params, searchParams }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { fault } = readOutcome(await searchParams);
  return deskMetadata(locale, words(locale, 'DeskPeople')('title'), fault !== null);
}

export default async function People(props: DeskPageProps) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const page = '/desk/people';
  const staff = await permitted(locale, page, headers, 'managePeople');
  if (!staff) return <NotAllowedView locale={locale} page={page} staff={admitted(locale, page, desk.staff)} />;
  const [people, invitations] = [await listPeople(staff), await listInvitations(staff)];
  return (
    <DeskView locale={locale} page={page} staff={staff}>
      <PeoplePage
        locale={locale}
        self={staff.id}
        people={people.ok ? people.value : []}
        invitations={invitations.ok ? invitations.value : []}
        invited={readNotice(headers, 'invited', staff.id)}
        email={readNotice(headers, 'typed', staff.id)?.email ?? ''}
        {...readOutcome(search)}
      />
    </DeskView>
  );
}
