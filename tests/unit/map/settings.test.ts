import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { forgetSettings } from '@/lib/env';
import { mapSettings } from '@/lib/map/settings';
import { streetArchive } from '@/tests/support/street-archive';

const folder = mkdtempSync(path.join(tmpdir(), 'map-settings-'));
afterEach(() => {
  vi.unstubAllEnvs();
  forgetSettings();
});
afterAll(() => rmSync(folder, { recursive: true }));

function tilesWith(settings: Record<string, string>) {
  for (const name of ['MAP_TILES_URL', 'MAP_TILES_ATTRIBUTION', 'MAP_PMTILES_FILE']) vi.stubEnv(name, settings[name]);
  forgetSettings();
  return mapSettings('sr-Latn').tiles;
}

it('there are no streets unless the owner sets them', () => {
  expect(tilesWith({})).toBeNull();
});

it('pictures of streets bear the attribution that is set', () => {
  const url = 'https://t.example.org/{z}/{x}/{y}.png';
  expect(tilesWith({ MAP_TILES_URL: url, MAP_TILES_ATTRIBUTION: '© Example' })).toEqual({
    kind: 'pictures',
    url,
    attribution: '© Example',
  });
});

it('a file of streets is asked of this server, and the page does not tell where it lies on the disk', () => {
  const file = path.join(folder, 'serbia.pmtiles');
  writeFileSync(file, streetArchive(Buffer.alloc(0), 5));
  expect(tilesWith({ MAP_PMTILES_FILE: file })).toEqual({
    kind: 'file',
    url: '/map/streets.pmtiles',
    attribution: '© OpenStreetMap',
  });
});
