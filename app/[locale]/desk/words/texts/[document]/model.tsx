import 'server-only';
import type { ReactNode } from 'react';
import { MarkdownView } from '@/components/content/MarkdownView';
import type { TextField, TextsModel } from '@/components/desk/TextsPage';
import { faultsOf } from '@/lib/content/commands';
import { type DocumentName, hasBlock, houseTexts, type Lang } from '@/lib/content/documents';
import { readMessage } from '@/lib/content/icu';
import { localesOf, previewText } from '@/lib/content/preview';
import type { ContentVersionView, DocumentView } from '@/lib/content/queries';
import { formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { messagesWith } from '@/lib/i18n/messages';
import { words } from '@/lib/i18n/words';
import { mailSite } from '@/lib/mail/deliver';
import { renderMail } from '@/lib/mail/render';
import { MAIL_SAMPLES } from '@/lib/mail/samples';
import type { MailTemplate } from '@/lib/mail/values';
import { inScript } from '@/lib/serbian';
import { LOCALE_NAMES } from '@/lib/site/names';
import { documentTitle } from '../../document-title';

interface Shown {
  document: DocumentName;
  lang: Lang;
  locale: Locale;
  fault: string | undefined;
  done: string | undefined;
}

const FAULTS = ['changed', 'nothing', 'faults', 'unknown', 'busy', 'full'] as const;
const DONE = ['saved', 'published', 'dropped', 'restored'] as const;

/** The words of a document as its page edits them: one's draft before what is in force, that before the house's own. */
export function textsModel(view: DocumentView, shown: Shown): TextsModel {
  const { document, lang, locale } = shown;
  const t = words(locale, 'DeskWords');
  const { live, draft, past } = view;
  const texts = (draft ?? live)?.texts ?? {};
  const faults = draft ? faultsOf({ document, lang }, draft.texts) : [];
  const faultText = (path: string) => {
    const fault = faults.find((each) => each.path === path);
    return fault ? t(`faults.${fault.code}`, { path: shortPath(path), name: fault.name }) : null;
  };
  const fault = FAULTS.find((code) => code === shown.fault);
  const done = DONE.find((code) => code === shown.done);
  const version = (one: ContentVersionView, isLive: boolean) => ({
    id: one.id,
    isLive,
    text: t(one.restoredOf === null ? 'texts.version' : 'texts.restoredFrom', {
      day: formatMoment(locale, one.at),
      who: one.by,
    }),
    changed: t('texts.changedTexts', { n: Object.keys(one.texts).length }),
  });
  return {
    ...{ document, lang, title: documentTitle(document, locale) },
    action: document.startsWith('page:') ? '/api/desk/words/pages' : '/api/desk/words/templates',
    fields: [...houseTexts(document, lang)].map(
      ([path, house]): TextField => ({
        ...{ path, house, needed: neededIn(house), value: texts[path] ?? house, fault: faultText(path) },
      }),
    ),
    block: hasBlock(document) ? { value: texts.block ?? '', fault: faultText('block') } : null,
    preview: draft && <Preview texts={draft.texts} shown={shown} faulty={faults.length > 0} />,
    canPublish: draft !== null && faults.length === 0,
    versions: [...(live ? [version(live, true)] : []), ...past.map((one) => version(one, false))],
    fault: fault ? t(`faults.${fault}`) : null,
    done: done ? t(`done.${done}`) : null,
  };
}

const shortPath = (path: string) => path.split('.').slice(1).join(' › ') || path;

function neededIn(house: string): string[] {
  const read = readMessage(house);
  if (!read.ok) return [];
  return [...[...read.value.args].map((name) => `{${name}}`), ...[...read.value.tags].map((name) => `<${name}>`)];
}

function Preview({
  texts,
  shown,
  faulty,
}: {
  texts: Record<string, string>;
  shown: Shown;
  faulty: boolean;
}): ReactNode {
  const { document, lang, locale } = shown;
  const t = words(locale, 'DeskWords');
  const isMail = document.startsWith('mail:') && document !== 'mail:shared';
  if (isMail && !faulty) return <MailPreview texts={texts} document={document} lang={lang} />;
  const { block, ...others } = texts;
  const entries = Object.entries(others);
  if (entries.length === 0 && !block) return <p>{t('texts.nothingChanged')}</p>;
  return (
    <div className="words-scripts">
      {localesOf(lang).map((each) => (
        <div key={each} className="prose" lang={each}>
          <h3>{LOCALE_NAMES[each].full}</h3>
          {entries.map(([path, text]) => (
            <p key={path}>{previewText(text, each) ?? text}</p>
          ))}
          {block && <MarkdownView text={each === 'en' ? block : inScript(block, each)} />}
        </div>
      ))}
    </div>
  );
}

/** The mail whole, with made-up values, in each script. */
function MailPreview({ texts, document, lang }: { texts: Record<string, string>; document: string; lang: Lang }) {
  const template = document.slice('mail:'.length) as MailTemplate;
  const written = lang === 'en' ? { sr: {}, en: texts } : { sr: texts, en: {} };
  return (
    <div className="words-scripts">
      {localesOf(lang).map((each) => {
        const wish = { locale: each, values: MAIL_SAMPLES[template], site: mailSite() };
        const { subject, text } = renderMail(template, { ...wish, messages: messagesWith(each, written) });
        return (
          <article key={each} lang={each}>
            <h3>{subject}</h3>
            <pre>{text}</pre>
          </article>
        );
      })}
    </div>
  );
}
