import { DeskForm } from '@/components/desk/DeskForm';
import { FormOutcome } from '@/components/desk/FormOutcome';
import type { DutyOutcome } from '@/lib/duty/outcomes';
import { formatDay } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import './duty.css';

interface Person {
  id: string;
  name: string;
}

interface Volunteer extends Person {
  /** Codes of their themes; null is all. */
  themes: readonly string[] | null;
  /** The same as it is stored, to see whether somebody changed it meanwhile. */
  stored: string;
}

interface Week {
  week: string;
  onDuty: Person | null;
  deputy: Person | null;
  seen: string;
}

interface Theme {
  code: string;
  label: string;
  retired: boolean;
}

interface DutyPageProps {
  locale: Locale;
  weeks: readonly Week[];
  candidates: readonly Person[];
  volunteers: readonly Volunteer[];
  themes: readonly Theme[];
  mayPlan: boolean;
  outcome: DutyOutcome;
}

/** Who is on duty in which week, and which themes volunteers see. */
export function DutyPage({ locale, weeks, candidates, volunteers, themes, mayPlan, outcome }: DutyPageProps) {
  const t = words(locale, 'DeskDuty');
  return (
    <div className="wrap desk-page">
      <p>
        <a href={hrefFor(locale, '/desk')}>{t('back')}</a>
      </p>
      <header>
        <h1>{t('title')}</h1>
        <p className="muted">{t('lead')}</p>
      </header>
      <FormOutcome
        heading={words(locale, 'Desk')('faultHeading')}
        fault={outcome.fault && t(`faults.${outcome.fault}`)}
        done={outcome.done && t(`done.${outcome.done}`)}
      />
      <section aria-labelledby="weeks">
        <h2 id="weeks">{t('weeks')}</h2>
        <table className="desk-table duty-weeks">
          <thead>
            <tr>
              <th scope="col">{t('week')}</th>
              <th scope="col">{t('onDuty')}</th>
              <th scope="col">{t('deputy')}</th>
              {mayPlan && <th scope="col">{t('change')}</th>}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week, index) => (
              <WeekRow key={week.week} {...{ locale, week, candidates, mayPlan }} isNow={index === 0} />
            ))}
          </tbody>
        </table>
      </section>
      {(mayPlan || volunteers.length > 0) && (
        <section aria-labelledby="themes">
          <h2 id="themes">{t('themes')}</h2>
          <p className="muted">{t('themesLead')}</p>
          {volunteers.length === 0 && <p>{t('noVolunteers')}</p>}
          {volunteers.map((volunteer) => (
            <VolunteerThemes key={volunteer.id} {...{ locale, volunteer, themes, mayPlan }} />
          ))}
        </section>
      )}
    </div>
  );
}

interface WeekRowProps {
  locale: Locale;
  week: Week;
  candidates: readonly Person[];
  mayPlan: boolean;
  isNow: boolean;
}

function WeekRow({ locale, week, candidates, mayPlan, isNow }: WeekRowProps) {
  const t = words(locale, 'DeskDuty');
  const day = formatDay(locale, week.week);
  const form = `week-${week.week}`;
  const cell = (role: 'onDuty' | 'deputy') =>
    mayPlan ? (
      <select name={role} form={form} aria-label={t(`${role}Of`, { day })} defaultValue={week[role]?.id ?? ''}>
        <option value="">{t('nobody')}</option>
        {candidates.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    ) : (
      (week[role]?.name ?? t('nobody'))
    );
  return (
    <tr>
      <td>
        <span className="t">{day}</span>
        {isNow && ` (${t('thisWeek')})`}
      </td>
      <td data-label={t('onDuty')}>{cell('onDuty')}</td>
      <td data-label={t('deputy')}>{cell('deputy')}</td>
      {mayPlan && (
        <td>
          <form id={form} method="post" action="/api/desk/duty/week">
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="week" value={week.week} />
            <input type="hidden" name="seen" value={week.seen} />
            <button type="submit" className="btn second sm" aria-label={t('saveWeek', { day })}>
              {t('save')}
            </button>
          </form>
        </td>
      )}
    </tr>
  );
}

interface VolunteerThemesProps {
  locale: Locale;
  volunteer: Volunteer;
  themes: readonly Theme[];
  mayPlan: boolean;
}

function VolunteerThemes({ locale, volunteer, themes, mayPlan }: VolunteerThemesProps) {
  const t = words(locale, 'DeskDuty');
  const has = (code: string) => volunteer.themes?.includes(code) === true;
  const shown = themes.filter(({ code, retired }) => !retired || has(code));
  if (!mayPlan) {
    const own = shown.filter(({ code }) => has(code)).map(({ label }) => label);
    const text = own.length > 0 ? t('yourThemes', { themes: own.join(', ') }) : t('noThemes');
    return <p>{volunteer.themes === null ? t('allThemes') : text}</p>;
  }
  return (
    <DeskForm
      locale={locale}
      action="/api/desk/duty/themes"
      hidden={{ person: volunteer.id, seen: volunteer.stored }}
      className="desk-form duty-themes"
    >
      <fieldset>
        <legend>{volunteer.name}</legend>
        {volunteer.stored === '' && <p className="muted">{t('seesNothing')}</p>}
        <label className="desk-tick">
          <input type="checkbox" name="all" value="1" defaultChecked={volunteer.themes === null} /> {t('allThemes')}
        </label>
        <div className="duty-ticks">
          {shown.map(({ code, label }) => (
            <label key={code} className="desk-tick">
              <input type="checkbox" name="theme" value={code} defaultChecked={has(code)} /> {label}
            </label>
          ))}
        </div>
      </fieldset>
      <button type="submit" className="btn second sm" aria-label={t('saveThemes', { name: volunteer.name })}>
        {t('save')}
      </button>
    </DeskForm>
  );
}
