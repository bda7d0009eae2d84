import { isLocale, LOCALE_PREFIXES, LOCALES } from '@/lib/i18n/locales';
import { renderMail } from '@/lib/mail/render';
import { MAIL_SAMPLES, MAIL_TEMPLATES } from '@/lib/mail/samples';

export const dynamic = 'force-dynamic';

/**
 * Every mail as it would be sent, with made-up values: `/mail-preview`, `?mail=confirm`, `?mail=confirm&as=text`. Only in
 * development; elsewhere there is no such page.
 */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params;
  if (process.env.NODE_ENV !== 'development' || !isLocale(locale)) return new Response('Not found\n', { status: 404 });
  const { origin, searchParams } = new URL(request.url);
  const template = MAIL_TEMPLATES.find((name) => name === searchParams.get('mail'));
  if (!template) return html(contents());
  const mail = renderMail(template, { locale, values: MAIL_SAMPLES[template], site: origin });
  if (searchParams.get('as') === 'text') return new Response(`${mail.subject}\n\n${mail.text}`);
  return html(mail.html);
}

function contents(): string {
  const rows = MAIL_TEMPLATES.map((name) => {
    const links = LOCALES.map((locale) => {
      const address = `${LOCALE_PREFIXES[locale]}/mail-preview?mail=${name}`;
      return `<td><a href="${address}">${locale}</a> <a href="${address}&amp;as=text">text</a></td>`;
    });
    return `<tr><th align="left">${name}</th>${links.join('')}</tr>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Mails</title><table cellpadding="6">${rows.join('\n')}</table>`;
}

function html(body: string): Response {
  return new Response(body, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' } });
}
