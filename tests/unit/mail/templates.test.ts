import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { renderMail, UnfilledMailError } from '@/lib/mail/render';
import { MAIL_SAMPLES, MAIL_TEMPLATES } from '@/lib/mail/samples';
import type { MailTemplate, MailValues } from '@/lib/mail/values';

const site = 'https://mapa.example';
const render = (template: MailTemplate, locale: Locale, values: MailValues[MailTemplate] = MAIL_SAMPLES[template]) =>
  renderMail(template, { locale, values, site });

const linksOf = (text: string) =>
  [...text.matchAll(/https:\/\/[^\s"<]+/g)].map(([link]) => link.replaceAll('&amp;', '&'));
/** The same page in every language, by the secret or name that it has. */
const meaningOf = (link: string) =>
  /[?&]t=([^&]+)$|\/price\/(.+)$|\/stories\/(.+)$/.exec(link)?.slice(1).join('') ?? 'privacy';

const CASES = MAIL_TEMPLATES.flatMap((template) => LOCALES.map((locale) => ({ template, locale })));

describe('every mail', () => {
  it.each(CASES)('$template in $locale has no unfilled place and no key of a message', ({ template, locale }) => {
    const { subject, text, html } = render(template, locale);
    for (const part of [subject, text, html.replace(/<style[\s\S]*?<\/style>/g, '')]) {
      expect(part).not.toMatch(/[{}]|undefined|null|NaN|\[object|Mail\.|⟦|⟧/);
      expect(part.trim()).not.toBe('');
    }
    expect(subject).not.toContain('\n');
    expect(subject.length).toBeLessThanOrEqual(78);
  });

  it.each(CASES)('$template in $locale has the same links in text and HTML', ({ template, locale }) => {
    const { text, html } = render(template, locale);
    expect(new Set(linksOf(html))).toEqual(new Set(linksOf(text)));
    for (const link of linksOf(text)) expect(link.startsWith(`${site}/`)).toBe(true);
  });

  it.each(MAIL_TEMPLATES)('%s leads to the same pages in three scripts', (template) => {
    const meanings = LOCALES.map((locale) => linksOf(render(template, locale).text).map(meaningOf));
    expect(meanings[1]).toEqual(meanings[0]);
    expect(meanings[2]).toEqual(meanings[0]);
  });

  it.each(CASES)('$template in $locale is written in its script', ({ template, locale }) => {
    const { text } = render(template, locale);
    const words = text.replaceAll(/https:\S+/g, '');
    if (locale === 'sr-Cyrl') expect(words).toMatch(/Добар дан/);
    else expect(words).not.toMatch(/\p{Script=Cyrillic}/u);
  });

  it.each(CASES)('$template in $locale loads nothing and has no script', ({ template, locale }) => {
    const { html } = render(template, locale);
    expect(html).not.toMatch(/<img|<script|<link|src=|url\(|<form/i);
    expect(html).toContain(`lang="${locale}"`);
  });
});

describe('a mail with an empty place', () => {
  it.each(MAIL_TEMPLATES)('%s is not written', (template) => {
    for (const name of Object.keys(MAIL_SAMPLES[template])) {
      const values = MAIL_SAMPLES[template] as Record<string, unknown>;
      // What may be left out is `null`; nothing is `undefined` or empty.
      for (const empty of [undefined, '']) {
        const broken = { ...values, [name]: empty } as unknown as MailValues[MailTemplate];
        expect(() => render(template, 'sr-Latn', broken), `${name}=${empty}`).toThrow(UnfilledMailError);
      }
    }
  });

  it('is not written either when a request has no words', () => {
    const values = { ...MAIL_SAMPLES.changesRequested, requests: [{ field: 'title', quote: null, note: '' }] };
    expect(() => render('changesRequested', 'en', values)).toThrow(UnfilledMailError);
  });
});

describe('what somebody typed', () => {
  it('stands in no mail to an address that is not confirmed', () => {
    expect(Object.keys(MAIL_SAMPLES.confirm).sort()).toEqual(['reference', 'token', 'until']);
    expect(Object.keys(MAIL_SAMPLES.resumeLink).sort()).toEqual(['token', 'until']);
    expect(Object.keys(MAIL_SAMPLES.statusLink).sort()).toEqual(['reference', 'token']);
  });

  it('is escaped in HTML, and changes no message', () => {
    const title = `<script>alert('1')</script> {count, plural, other {#}} "&amp;`;
    const { html, text } = render('received', 'sr-Latn', { ...MAIL_SAMPLES.received, title });
    expect(text).toContain(title);
    expect(html).not.toContain('<script>');
    expect(html).toContain(
      '&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; {count, plural, other {#}} &quot;&amp;amp;',
    );
  });

  it('of any kind gives a mail', () => {
    const typed = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(typed, fc.constantFrom(...LOCALES), (title, locale) => {
        const mail = render('rejected', locale, { ...MAIL_SAMPLES.rejected, title, reason: title });
        expect(mail.text).toContain(title);
        expect(mail.subject).not.toMatch(/[\r\n]/);
      }),
    );
  });

  it('stands as its author wrote it, in whichever script the mail is', () => {
    expect(render('received', 'sr-Cyrl').text).toContain('„Rukotvorke šiju hiljadu maski“');
  });
});

describe('days in mails', () => {
  it('end a sentence with one full stop', () => {
    for (const { template, locale } of CASES) expect(render(template, locale).text).not.toMatch(/\.\.(?!\.)/);
  });

  it('are written as people write them', () => {
    expect(render('received', 'sr-Latn').text.replaceAll('\u00a0', ' ')).toContain('9. decembra 2026.');
    expect(render('received', 'sr-Cyrl').text.replaceAll('\u00a0', ' ')).toContain('9. децембра 2026.');
    expect(render('received', 'en').text.replaceAll('\u00a0', ' ')).toContain('9 December 2026.');
  });
});
