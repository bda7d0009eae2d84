import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';

/** A text of so many characters is worth more than a redirect to the sign-in. */
const LONG = 120;

/** Whether somebody typed something into a form that would be missed. */
export function holdsText(form: FormData): boolean {
  return [...form.values()].some((value) => typeof value === 'string' && value.length > LONG);
}

/**
 * Answers a form of somebody whose session has ended with the form itself: all that was typed, a link to sign in (in another
 * tab), and the button that sends it again. Without style and without a script.
 */
export function keepForm(request: Request, form: FormData, locale: Locale): Response {
  const t = words(locale, 'DeskKeptForm');
  const fields = [...form].flatMap(([name, value]) => {
    if (typeof value !== 'string') return [];
    const attributes = `name="${escapeHtml(name)}"`;
    return value.length > LONG && !name.startsWith('was.')
      ? `<p><textarea ${attributes} rows="6" cols="60" aria-label="${escapeHtml(name)}">\n${escapeHtml(value)}</textarea></p>`
      : `<input type="hidden" ${attributes} value="${escapeHtml(value)}">`;
  });
  const title = escapeHtml(t('title'));
  return new Response(
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<meta name="robots" content="noindex"><title>${title}</title></head><body><main><h1>${title}</h1>` +
      `<p>${escapeHtml(t('text'))}</p><p><a href="${hrefFor(locale, '/desk/sign-in')}" target="_blank" rel="opener">${escapeHtml(t('signIn'))}</a></p>` +
      `<form method="post" action="${escapeHtml(new URL(request.url).pathname)}">${fields.join('')}` +
      `<p><button>${escapeHtml(t('again'))}</button></p></form></main></body></html>`,
    {
      status: 401,
      headers: {
        'cache-control': 'no-store',
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      },
    },
  );
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
