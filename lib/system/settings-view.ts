import type { Settings } from '@/lib/env';

/** A setting as the administrator's page shows it. */
export type SettingView =
  | { name: string; kind: 'value'; value: string }
  /** Not set: the program does without, or takes its own way. */
  | { name: string; kind: 'unset' }
  /** Set, and not for anybody's eyes. */
  | { name: string; kind: 'hidden' };

/**
 * How each setting may be shown: whole, as the host name of an address alone (keys of tile services stand in the rest of
 * it), or only that it is set. A new setting does not compile until it stands here.
 */
const SHOWN = {
  PORT: 'whole',
  DATA_DIR: 'whole',
  DATABASE_URL: 'whole',
  SITE_URL: 'host',
  MAP_TILES_URL: 'host',
  MAP_TILES_ATTRIBUTION: 'whole',
  MAP_PMTILES_FILE: 'whole',
  MAP_KOSOVO_LINE: 'whole',
  MAP_KOSOVO_LABEL: 'whole',
  LOG_LEVEL: 'whole',
  PAGE_CACHE: 'whole',
  PAGE_CACHE_MB: 'whole',
  SMTP_URL: 'host',
  MAIL_FROM: 'whole',
  CONTACT_KEY: 'hidden',
  TRUSTED_PROXIES: 'whole',
  JOBS: 'whole',
  DEMO: 'whole',
  STALE_MONTHS: 'whole',
  OWNER_REMINDERS: 'whole',
  OWNER_REMINDERS_PER_NIGHT: 'whole',
  LINK_CHECK: 'whole',
  LINK_CHECK_PER_NIGHT: 'whole',
  CHROMIUM_PATH: 'whole',
} as const satisfies Record<keyof Settings, 'whole' | 'host' | 'hidden'>;

/** The settings in force, without secrets. */
export function viewSettings(settings: Settings): SettingView[] {
  return (Object.keys(SHOWN) as (keyof Settings)[]).map((name) => {
    const value = settings[name];
    if (value === undefined || value === '') return { name, kind: 'unset' };
    if (SHOWN[name] === 'hidden') return { name, kind: 'hidden' };
    return { name, kind: 'value', value: SHOWN[name] === 'host' ? hostOf(String(value)) : String(value) };
  });
}

/** Scheme, host and port; not the user, the password, the path or the query. */
function hostOf(address: string): string {
  const [, scheme = '', rest = ''] = /^([a-z][a-z+.-]*:)?\/\/(.*)$/i.exec(address) ?? [];
  const authority = rest.split(/[/?#]/, 1)[0] ?? '';
  return `${scheme}//${authority.slice(authority.lastIndexOf('@') + 1)}`;
}
