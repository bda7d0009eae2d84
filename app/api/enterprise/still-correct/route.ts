import { addressKey, hasBudget, takeBudget } from '@/lib/abuse/limits';
import { assertSameOrigin } from '@/lib/abuse/origin';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { confirmByOwner } from '@/lib/keeping/owner/commands';

/** The one button of the page that a mailed link opens. The answer is that page again. */
export async function POST(request: Request): Promise<Response> {
  if (!assertSameOrigin(request).ok) return new Response(null, { status: 403 });
  const form = await request.formData().catch(() => null);
  const text = (name: string) => {
    const value = form?.get(name);
    return typeof value === 'string' ? value : '';
  };
  const named = text('locale');
  const locale = isLocale(named) ? named : DEFAULT_LOCALE;
  const secret = text('t');
  const back = (slug: string, query: Record<string, string>) =>
    new Response(null, {
      status: 303,
      headers: {
        location: hrefFor(locale, '/enterprises/[slug]/still-correct', { slug }, query),
        'cache-control': 'no-store',
      },
    });
  const key = addressKey(request.headers);
  if (!(await hasBudget('wrongSecret', key)).ok) return back('-', { t: secret, fault: 'limited' });
  const result = await confirmByOwner(secret);
  if (result.ok) return back(result.value.slug, { t: secret });
  if (result.error.code !== 'linkGone') return back('-', { t: secret, fault: 'busy' });
  await takeBudget('wrongSecret', key);
  return back('-', { t: secret });
}
