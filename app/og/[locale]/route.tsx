import { HomePicture } from '@/components/picture/HomePicture';
import { listCloth } from '@/lib/enterprises/queries';
import { isLocale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { answerPicture } from '@/lib/site/picture/answer';
import { drawable } from '@/lib/site/picture/fonts';
import { groundOf } from '@/lib/site/present-home';

const TILES = 25;

interface RouteContext {
  params: Promise<{ locale: string }>;
}

/** The picture of every page that is no record. */
export async function GET(_: Request, { params }: RouteContext): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const site = words(locale, 'Site');
  const tiles = listCloth(TILES).map(({ mark, legalForm }) => ({
    mark: mark === 'open' ? null : mark,
    ground: groundOf(legalForm),
  }));
  return answerPicture(JSON.stringify([locale, tiles]), () => (
    <HomePicture
      poster={drawable(words(locale, 'Home')('poster'))}
      tiles={tiles}
      site={{ name: site('name'), coalition: site('coalition') }}
    />
  ));
}
