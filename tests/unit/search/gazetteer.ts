import type { Term } from '@/lib/taxonomies/schema';
import { buildVocabularies } from '@/lib/taxonomies/vocabularies';

const term = (taxonomy: string, code: string, labelSr: string, labelEn: string): Term => ({
  id: `${taxonomy}:${code}`,
  taxonomy,
  code,
  parentId: null,
  labelSr,
  labelEn,
  noteSr: null,
  noteEn: null,
  position: 0,
  mark: null,
  synonyms: [],
  links: [],
});

/** A few places and terms, as the vocabularies hold them. */
export const GAZETTEER = buildVocabularies({
  taxonomies: [],
  terms: [
    term('legalForm', 'cooperative', 'Zadruga', 'Cooperative'),
    term('legalForm', 'association', 'Udruženje', 'Association'),
    { ...term('legalForm', 'guild', 'Esnaf', 'Guild'), retired: true, mergedInto: 'legalForm:coop' },
    { ...term('legalForm', 'coop', 'Koop', 'Co-op'), retired: true, mergedInto: 'legalForm:cooperative' },
    { ...term('legalForm', 'trust', 'Zadužbina', 'Trust'), retired: true, mergedInto: null },
    { ...term('legalForm', 'ring', 'Krug', 'Ring'), retired: true, mergedInto: 'legalForm:ring' },
    term('basis', 'legal_status', 'Status po zakonu', 'Legal status'),
  ],
  regions: [{ code: 'vojvodina', nameSr: 'Vojvodina', nameEn: 'Vojvodina' }],
  districts: [
    { code: '00', nameSr: 'Grad Beograd', nameEn: 'City of Belgrade', regionCode: 'beograd' },
    { code: '01', nameSr: 'Severnobački okrug', nameEn: 'North Bačka District', regionCode: 'vojvodina' },
    { code: '06', nameSr: 'Južnobački okrug', nameEn: 'South Bačka District', regionCode: 'vojvodina' },
    { code: '20', nameSr: 'Nišavski okrug', nameEn: 'Nišava District', regionCode: 'juzna-istocna-srbija' },
  ],
  municipalities: [
    { id: 'nis', code: null, nameSr: 'Niš', level: 'city', districtCode: '20', lat: 43.32, lng: 21.9 },
    { id: 'novi-sad', code: '80284', nameSr: 'Novi Sad', level: 'city', districtCode: '06', lat: 45.25, lng: 19.84 },
    {
      id: 'palilula',
      code: '70203',
      nameSr: 'Palilula',
      level: 'city_municipality',
      districtCode: '00',
      lat: 44.81,
      lng: 20.52,
    },
    {
      id: 'nis-palilula',
      code: null,
      nameSr: 'Palilula (Niš)',
      level: 'city_municipality',
      districtCode: '20',
      lat: 43.31,
      lng: 21.89,
    },
  ],
  settlements: [
    { id: 1, nameSr: 'Niš', municipalityId: 'nis', districtCode: '20', lat: 43.32, lng: 21.9, population: 250_000 },
    {
      id: 2,
      nameSr: 'Futog',
      municipalityId: 'novi-sad',
      districtCode: '06',
      lat: 45.24,
      lng: 19.7,
      population: 18_000,
    },
    { id: 3, nameSr: 'Kamenica', municipalityId: 'nis', districtCode: '20', lat: 43.38, lng: 21.94, population: 1_500 },
    {
      id: 4,
      nameSr: 'Kamenica',
      municipalityId: 'novi-sad',
      districtCode: '06',
      lat: 45.22,
      lng: 19.84,
      population: 11_000,
    },
  ],
});
