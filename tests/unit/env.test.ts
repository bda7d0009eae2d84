import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSettings, SettingsError, settingsSchema } from '@/lib/env';

/** Name and value of each setting in .env.example, and the comment above it. */
function exampleSettings(): Map<string, { value: string; comment: string }> {
  const found = new Map<string, { value: string; comment: string }>();
  let comment = '';
  for (const line of readFileSync('.env.example', 'utf8').split('\n')) {
    const [, name, value = ''] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
    if (line.startsWith('#')) comment += line;
    else if (name) found.set(name, { value, comment });
    if (!line.startsWith('#')) comment = '';
  }
  return found;
}

describe('.env.example', () => {
  const examples = exampleSettings();

  it('lists every setting there is, and no other', () => {
    expect([...examples.keys()].sort()).toEqual(Object.keys(settingsSchema.shape).sort());
  });

  it('shows the defaults: copied as it is, it changes nothing', () => {
    const copied = Object.fromEntries([...examples].map(([name, { value }]) => [name, value]));
    expect(parseSettings(copied)).toEqual(parseSettings({}));
  });

  it('explains each', () => {
    for (const [name, { comment }] of examples) expect(comment.length, name).toBeGreaterThan(20);
  });
});

describe('a wrong setting', () => {
  it.each([
    ['PORT', 'eighty', /number/],
    ['PORT', '0', />=\s?1/],
    ['PORT', '70000', /<=\s?65535/],
    ['DATABASE_URL', 'postgres://localhost', /must begin with file:/],
    ['SITE_URL', 'mapa.example.org', /http/],
    ['SITE_URL', 'javascript:alert(1)', /http/],
    ['MAP_TILES_URL', 'https://tiles.example.org/one.png', /\{z\}, \{x\} and \{y\}/],
    ['MAP_KOSOVO_LINE', 'dotted', /dashed.*solid.*none/],
    ['LOG_LEVEL', 'loud', /error.*warn.*info.*debug/],
    ['PAGE_CACHE', 'maybe', /on.*off/],
    ['PAGE_CACHE_MB', '0', />=\s?1/],
    ['MAP_PMTILES_FILE', '/no/such/file.pmtiles', /exists/],
  ])('%s=%s is named with what is allowed', (name, value, allowed) => {
    const parse = () => parseSettings({ [name]: value });
    expect(parse).toThrow(SettingsError);
    expect(parse).toThrow(new RegExp(`${name}="${value.replace(/[/.()]/g, '\\$&')}": .*${allowed.source}`));
  });

  it('a street layer without its attribution is refused', () => {
    expect(() => parseSettings({ MAP_TILES_URL: 'https://t.example.org/{z}/{x}/{y}.png' })).toThrow(
      /MAP_TILES_ATTRIBUTION/,
    );
  });

  it('several wrong settings are all named at once', () => {
    expect(() => parseSettings({ PORT: 'x', LOG_LEVEL: 'x' })).toThrow(/PORT[\s\S]*LOG_LEVEL/);
  });
});
