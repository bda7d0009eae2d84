import { figuresCsv, isFigureTable } from '@/lib/figures/csv';
import { figures } from '@/lib/figures/queries';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';

/** The public figures as CSV: `?table=months` or `?table=counts`, `&locale=en` for commas. Rows are merged as on the page. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const table = searchParams.get('table') ?? 'months';
  const locale = searchParams.get('locale') ?? '';
  if (!isFigureTable(table)) return new Response('No such table\n', { status: 404 });
  const csv = figuresCsv(figures(), table, isLocale(locale) ? locale : DEFAULT_LOCALE);
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="kako-odlucujemo-${table}.csv"`,
      'Cache-Control': 'public, max-age=300',
    },
  });
}
