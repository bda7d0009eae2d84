import { expect, it } from 'vitest';
import { parseSettings, settingsSchema } from '@/lib/env';
import { viewSettings } from '@/lib/system/settings-view';

const SECRETS = {
  SMTP_URL: 'smtps://posta:Tajna-Lozinka@mail.primer.example:465/?pool=true',
  CONTACT_KEY: 'a'.repeat(64),
  MAP_TILES_URL: 'https://tiles.primer.example/{z}/{x}/{y}.png?key=Tajni-Kljuc',
  MAP_TILES_ATTRIBUTION: 'Primer',
};

it('shows every setting, in their order', () => {
  const names = viewSettings(parseSettings({})).map(({ name }) => name);
  expect(names.sort()).toEqual(Object.keys(settingsSchema.shape).sort());
});

it('shows no secret: not the key, not the password of the mail server, not the key of a tile service', () => {
  const view = viewSettings(parseSettings(SECRETS));
  expect(JSON.stringify(view)).not.toMatch(/Tajn|aaaa|posta/i);
  const of = (name: string) => view.find((setting) => setting.name === name);
  expect(of('SMTP_URL')).toEqual({ name: 'SMTP_URL', kind: 'value', value: 'smtps://mail.primer.example:465' });
  expect(of('CONTACT_KEY')).toEqual({ name: 'CONTACT_KEY', kind: 'hidden' });
  expect(of('MAP_TILES_URL')).toMatchObject({ value: 'https://tiles.primer.example' });
});

it('a password with an at sign in it stays hidden too', () => {
  const view = viewSettings(parseSettings({ SMTP_URL: 'smtp://a:b@c@mail.primer.example' }));
  expect(view.find(({ name }) => name === 'SMTP_URL')).toMatchObject({ value: 'smtp://mail.primer.example' });
});

it('says what is not set', () => {
  expect(viewSettings(parseSettings({})).find(({ name }) => name === 'SITE_URL')).toMatchObject({ kind: 'unset' });
});
