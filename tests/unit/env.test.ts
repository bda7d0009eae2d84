import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseSettings, SettingsError, settingsSchema } from '@/lib/env';
import { streetArchive } from '@/tests/support/street-archive';

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

describe('the file of streets', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'settings-test-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const written = (content: Buffer | string) => {
    const file = path.join(folder, 'serbia.pmtiles');
    writeFileSync(file, content);
    return file;
  };
  const pictures = {
    MAP_TILES_URL: 'https://t.example.org/{z}/{x}/{y}.png',
    MAP_TILES_ATTRIBUTION: '© Example',
  };

  it('is taken when it is an archive of vector tiles', () => {
    const file = written(streetArchive(Buffer.alloc(0), 5));
    expect(parseSettings({ MAP_PMTILES_FILE: file }).MAP_PMTILES_FILE).toBe(file);
  });

  it('is refused beside pictures of streets: there is one street layer', () => {
    const file = written(streetArchive(Buffer.alloc(0), 5));
    expect(() => parseSettings({ ...pictures, MAP_PMTILES_FILE: file })).toThrow(
      /MAP_PMTILES_FILE=".*": must be empty when MAP_TILES_URL is set/,
    );
  });

  it.each([
    ['anything else', 'not an archive'],
    ['too short a file', 'PMTiles\u0003'],
    ['an archive of pictures', streetArchive(Buffer.alloc(0), 5, 2)],
  ])('is refused when it is %s', (_what, content) => {
    expect(() => parseSettings({ MAP_PMTILES_FILE: written(content) })).toThrow(/PMTiles archive, version 3/);
  });

  it('is refused when it is a folder', () => {
    expect(() => parseSettings({ MAP_PMTILES_FILE: folder })).toThrow(/a file that exists/);
  });
});
