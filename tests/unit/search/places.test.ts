import { describe, expect, test } from 'vitest';
import { resolvePlace } from '@/lib/search/places';
import { GAZETTEER } from './gazetteer';

const NIS = { lat: 43.32, lng: 21.9 };
const NOVI_SAD = { lat: 45.25, lng: 19.84 };

describe('a place from which distances are measured', () => {
  test.each([
    ['Niš', NIS],
    ['nis', NIS],
    ['НИШ', NIS],
    ['iz Niša', NIS],
    ['Novi Sad', NOVI_SAD],
    ['u Novom Sadu', NOVI_SAD],
    ['Нови Сад', NOVI_SAD],
    ['novi sad, južnobački okrug', NOVI_SAD],
    ['Futog', { lat: 45.24, lng: 19.7 }],
    ['Kamenica', { lat: 45.22, lng: 19.84 }],
    ['Kamenica, Niš', { lat: 43.38, lng: 21.94 }],
    ['Palilula', { lat: 44.81, lng: 20.52 }],
    ['Palilula Niš', { lat: 43.31, lng: 21.89 }],
  ])('%s', (text, expected) => {
    expect(resolvePlace(text, GAZETTEER)).toEqual(expected);
  });

  test.each(['', ' ', 'u', 'Novi', 'New York', 'Niš Pariz', '\u0000', 'x'.repeat(10_000)])('%j is no place', (text) => {
    expect(resolvePlace(text, GAZETTEER)).toBeNull();
  });
});
