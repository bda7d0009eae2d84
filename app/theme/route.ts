import { ownPath, parseTheme, THEME_COOKIE } from '@/lib/site/theme';

const YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

/** The form in the footer: keeps the chosen theme in a cookie (or forgets it) and leads back to the page. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  const theme = parseTheme(form.get('theme'));
  const cookie = `${THEME_COOKIE}=${theme ?? ''}; Path=/; Max-Age=${theme ? YEAR_IN_SECONDS : 0}; SameSite=Lax; HttpOnly`;
  return new Response(null, {
    status: 303,
    headers: { location: ownPath(form.get('returnTo')), 'set-cookie': cookie, 'cache-control': 'no-store' },
  });
}
