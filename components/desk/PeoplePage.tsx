import { ROLES, type Role } from '@/lib/accounts/permissions';
import { formatDay, formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { DeskField } from './DeskField';
import { DeskForm } from './DeskForm';
import { LanguageField } from './LanguageField';
import { type DoneWord, faultOf, Outcome, type PageFault } from './Outcome';

export interface PersonRow {
  id: string;
  email: string;
  name: string;
  role: Role;
  hasFactor: boolean;
  closedAt: Date | null;
  seenAt: Date | null;
}

interface PeoplePageProps {
  locale: Locale;
  /** Id of the administrator who looks. */
  self: string;
  people: readonly PersonRow[];
  invitations: readonly { id: number; email: string; role: Role; expiresAt: Date }[];
  /** The invitation that was just made; its link is shown this once. */
  invited: { link: string; email: string; byMail: boolean } | null;
  /** The address of an invitation as it was typed before. */
  email: string;
  fault: PageFault | null;
  done: DoneWord | null;
}

/** Who works at the desk, for administrators. */
export function PeoplePage({ locale, self, people, invitations, invited, email, fault, done }: PeoplePageProps) {
  const t = words(locale, 'DeskPeople');
  const open = people.filter(({ closedAt }) => closedAt === null);
  const closed = people.filter(({ closedAt }) => closedAt !== null);
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{t('title')}</h1>
        <p className="muted">
          {t('lead')} {t('count', { count: open.length })}.
        </p>
      </header>
      <Outcome locale={locale} fault={fault} done={invited ? null : done} />
      {invited && <Invited locale={locale} invited={invited} />}
      <PeopleTable locale={locale} self={self} people={open} />
      <section aria-labelledby="invite">
        <h2 id="invite">{t('invite')}</h2>
        <DeskForm locale={locale} action="/api/desk/people/invite">
          <DeskField
            name="email"
            type="email"
            label={t('email')}
            autoComplete="off"
            spellCheck={false}
            defaultValue={email}
            fault={faultOf(locale, fault, 'email')}
            required
          />
          <RoleField locale={locale} id="role" label={t('role')} chosen="volunteer" />
          <p className="muted">
            {t('themesHint')} <a href={hrefFor(locale, '/desk/duty')}>{words(locale, 'DeskDuty')('title')}</a>
          </p>
          <LanguageField locale={locale} label={t('language')} />
          <label className="desk-tick">
            <input type="checkbox" name="byMail" value="1" defaultChecked /> {t('byMail')}
          </label>
          <button type="submit" className="btn">
            {t('submit')}
          </button>
        </DeskForm>
      </section>
      <section aria-labelledby="waiting">
        <h2 id="waiting">{t('waiting')}</h2>
        {invitations.length === 0 && <p className="muted">{t('noneWaiting')}</p>}
        <ul className="sessions">
          {invitations.map(({ id, email: to, role, expiresAt }) => (
            <li key={id}>
              <div>
                <b>{to}</b>
                <br />
                <span className="muted">
                  {words(locale, 'Roles')(role)}, {t('until', { moment: formatMoment(locale, expiresAt) })}
                </span>
              </div>
              <DeskForm
                locale={locale}
                action="/api/desk/people/revoke"
                hidden={{ invitation: String(id) }}
                className=""
              >
                <button type="submit" className="btn second sm" aria-label={t('revokeOne', { email: to })}>
                  {t('revoke')}
                </button>
              </DeskForm>
            </li>
          ))}
        </ul>
      </section>
      {closed.length > 0 && (
        <section aria-labelledby="closed">
          <h2 id="closed">{t('closedPeople')}</h2>
          <ul className="sessions">
            {closed.map(({ id, name, role, closedAt }) => (
              <li key={id}>
                <div>
                  <b>{name}</b>
                  <br />
                  <span className="muted">
                    {words(locale, 'Roles')(role)}
                    {closedAt && `, ${t('closedOn', { day: formatDay(locale, closedAt) })}`}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Invited({ locale, invited }: { locale: Locale; invited: NonNullable<PeoplePageProps['invited']> }) {
  const t = words(locale, 'DeskPeople');
  return (
    <div className="notice" role="status">
      <p>{t('invited', { email: invited.email })}</p>
      <p className="secret" translate="no">
        {invited.link}
      </p>
      {invited.byMail && <p>{t('mailed')}</p>}
    </div>
  );
}

function PeopleTable({ locale, self, people }: { locale: Locale; self: string; people: readonly PersonRow[] }) {
  const t = words(locale, 'DeskPeople');
  const roles = words(locale, 'Roles');
  return (
    <table className="desk-table">
      <thead>
        <tr>
          <th scope="col">{t('person')}</th>
          <th scope="col">{t('role')}</th>
          <th scope="col">{t('factor')}</th>
          <th scope="col">{t('seen')}</th>
          <th scope="col">{t('change')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <td>
              <span className="t">{person.name}</span>
              {person.id === self && ` (${t('you')})`}
              <br />
              <span className="muted">{person.email}</span>
            </td>
            <td data-label={t('role')}>{roles(person.role)}</td>
            <td data-label={t('factor')}>{t(person.hasFactor ? 'yes' : 'no')}</td>
            <td data-label={t('seen')}>{person.seenAt ? formatMoment(locale, person.seenAt) : t('notSeen')}</td>
            <td>
              <details>
                <summary aria-label={t('changeOf', { name: person.name })}>{t('change')}</summary>
                <Changes locale={locale} person={person} />
              </details>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Changes({ locale, person }: { locale: Locale; person: PersonRow }) {
  const t = words(locale, 'DeskPeople');
  const hidden = { person: person.id };
  return (
    <div className="desk-changes">
      <DeskForm locale={locale} action="/api/desk/people/role" hidden={hidden}>
        <RoleField locale={locale} id={`role-${person.id}`} label={t('newRole')} chosen={person.role} />
        <button type="submit" className="btn second sm">
          {t('saveRole')}
        </button>
      </DeskForm>
      {person.hasFactor && (
        <div>
          <p className="muted">{t('resetHint')}</p>
          <DeskForm locale={locale} action="/api/desk/people/reset-factor" hidden={hidden} className="">
            <button type="submit" className="btn second sm">
              {t('resetFactor')}
            </button>
          </DeskForm>
        </div>
      )}
      <details>
        <summary>{t('close')}</summary>
        <div>
          <p className="muted">{t('closeHint')}</p>
          <DeskForm locale={locale} action="/api/desk/people/close" hidden={hidden} className="">
            <button type="submit" className="btn danger sm">
              {t('sure')}
            </button>
          </DeskForm>
        </div>
      </details>
    </div>
  );
}

function RoleField({ locale, id, label, chosen }: { locale: Locale; id: string; label: string; chosen: Role }) {
  const t = words(locale, 'Roles');
  return (
    <div className="desk-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name="role" defaultValue={chosen}>
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {t(role)}
          </option>
        ))}
      </select>
    </div>
  );
}
