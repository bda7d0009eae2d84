import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';

/** The words of a question of files for the browser; `{name}` and the like are filled in there. */
export interface FileLabels {
  choose: string;
  add: string;
  list: string;
  full: string;
  alt: string;
  altHint: string;
  author: string;
  optional: string;
  audience: string;
  staff: string;
  public: string;
  remove: string;
  up: string;
  down: string;
  cancel: string;
  placeTitle: string;
  placeText: string;
  placeUse: string;
  placeNo: string;
  placeUsed: string;
  waiting: string;
  sending: string;
  working: string;
  added: string;
  refused: string;
  removed: string;
  moved: string;
  notSaved: string;
  wait: string;
  tooLarge: string;
  tooMany: string;
  interrupted: string;
  gone: string;
  busy: string;
  diskFull: string;
}

export function fileLabels(locale: Locale, list: 'photos' | 'documents'): FileLabels {
  const t = words(locale, 'StoryFiles');
  const name = '{name}';
  return {
    choose: t(`${list}.choose`),
    add: t(`${list}.add`),
    list: t(`${list}.list`),
    full: t(`${list}.full`),
    alt: t('alt.label'),
    altHint: t('alt.hint'),
    author: t('author.label'),
    optional: words(locale, 'StoryForm')('optional'),
    audience: t('audience.label'),
    staff: t('audience.staff'),
    public: t('audience.public'),
    remove: t('buttons.remove'),
    up: t('buttons.up'),
    down: t('buttons.down'),
    cancel: t('buttons.cancel'),
    placeTitle: t('place.title'),
    placeText: t('place.text', { name }),
    placeUse: t('place.use'),
    placeNo: t('place.no'),
    placeUsed: t('place.used'),
    waiting: t('live.waiting'),
    sending: t('live.sending', { percent: '{percent}' }),
    working: t('live.working'),
    added: t('live.added', { name }),
    refused: t('live.refused', { name, reason: '{reason}' }),
    removed: t('live.removed', { name }),
    moved: t('live.moved', { name, place: '{place}', of: '{of}' }),
    notSaved: t('live.notSaved'),
    wait: t('live.wait'),
    tooLarge: t('refused.tooLarge'),
    tooMany: t('refused.tooMany', { max: '{max}' }),
    interrupted: t('refused.interrupted'),
    gone: t('refused.gone'),
    busy: t('refused.busy'),
    diskFull: t('refused.diskFull'),
  };
}
