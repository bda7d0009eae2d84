import { distanceKm } from '@/lib/geo/distance';
import type { LatLng } from '@/lib/geo/types';
import { editDistance } from '@/lib/serbian';
import { hostKey } from './contacts';
import { GENERIC_WORDS, LEGAL_WORDS, nameWords } from './names';

/** Records nearer than this, with names that differ in at most this share of their letters, may be the same one. */
const NEAR_KM = 0.1;
const NAME_DIFFERENCE = 0.3;
/** A name of fewer letters is another one with each letter. */
const SHORTEST_WITH_SLIP = 6;

/** What the rule of duplicates looks at. */
export interface Comparable {
  /** All names by which it is known. */
  names: readonly string[];
  /**
   * Its municipality, and the city to which that belongs when it is a part of one: sources often name only the city.
   * Empty is not known.
   */
  municipalities: readonly string[];
  registrationNumber: string | null;
  taxId: string | null;
  websites: readonly string[];
  position: LatLng | null;
}

export type DuplicateReason = 'sameRegistrationNumber' | 'sameTaxId' | 'sameName' | 'sameSite' | 'nearAndSimilar';

/** A comparable with everything that takes long worked out once. */
export interface Profile {
  nameKeys: readonly string[];
  hosts: readonly string[];
  similar: readonly SimilarityKey[];
  municipalities: readonly string[];
  registrationNumber: string | null;
  taxId: string | null;
  position: LatLng | null;
}

interface SimilarityKey {
  /** All words as written, without blanks. */
  written: string;
  /** All words in the order of the alphabet: some write the kind of the enterprise before its name, some after. */
  whole: string;
  /** Only the words that tell this name from others of its kind. */
  telling: string;
  digits: string;
  /** One bit for each letter that `telling` has. */
  letters: number;
}

export function toProfile(record: Comparable): Profile {
  return {
    nameKeys: [...new Set(record.names.map(nameKey).filter((key) => key !== ''))],
    hosts: [...new Set(record.websites.flatMap((site) => hostKey(site) ?? []))],
    similar: record.names.map(toSimilarityKey).filter(({ whole }) => whole !== ''),
    municipalities: record.municipalities,
    registrationNumber: record.registrationNumber,
    taxId: record.taxId,
    position: record.position,
  };
}

/** A name without script, marks, case, punctuation, blanks and the words for the legal form. */
function nameKey(name: string): string {
  const words = nameWords(name);
  const own = words.filter((word) => !LEGAL_WORDS.has(word));
  return (own.length > 0 ? own : words).join('');
}

function toSimilarityKey(name: string): SimilarityKey {
  const words = nameWords(name).filter((word) => !LEGAL_WORDS.has(word));
  const own = words.filter((word) => !GENERIC_WORDS.has(word));
  const joined = (list: string[]) => [...list].sort().join('');
  const telling = joined(own.length > 0 ? own : words);
  return {
    written: words.join(''),
    whole: joined(words),
    telling,
    digits: telling.replace(/\D/g, ''),
    letters: letterBits(telling),
  };
}

function letterBits(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
}

/**
 * Why two records may be one and the same enterprise; empty when nothing says so. Two registration numbers that differ
 * say that they are not, whatever else agrees.
 */
export function duplicateReasons(a: Profile, b: Profile): DuplicateReason[] {
  const reasons: DuplicateReason[] = [];
  if (a.registrationNumber !== null && b.registrationNumber !== null) {
    if (a.registrationNumber !== b.registrationNumber) return [];
    reasons.push('sameRegistrationNumber');
  }
  if (a.taxId !== null && a.taxId === b.taxId) reasons.push('sameTaxId');
  if (a.nameKeys.some((key) => b.nameKeys.includes(key)) && mayShareMunicipality(a, b)) reasons.push('sameName');
  if (a.hosts.some((host) => b.hosts.includes(host))) reasons.push('sameSite');
  if (isNear(a, b) && a.similar.some((one) => b.similar.some((other) => isSimilar(one, other)))) {
    reasons.push('nearAndSimilar');
  }
  return reasons;
}

function mayShareMunicipality(a: Profile, b: Profile): boolean {
  const [one] = a.municipalities;
  const [other] = b.municipalities;
  if (one === undefined || other === undefined) return true;
  return b.municipalities.includes(one) || a.municipalities.includes(other);
}

function isNear(a: Profile, b: Profile): boolean {
  return a.position !== null && b.position !== null && distanceKm(a.position, b.position) <= NEAR_KM;
}

function isSimilar(a: SimilarityKey, b: SimilarityKey): boolean {
  if (a.digits !== b.digits) return false;
  // One slip of the pen, wherever it is: in a word that many names share it would change which words tell.
  if (a.written.length >= SHORTEST_WITH_SLIP && isWithin(a.written, b.written, 1)) return true;
  const limit = allowedEdits(a.telling, b.telling);
  // Each edit changes at most two of the letters that a name has: a cheap way to leave most pairs out.
  if (bitCount(a.letters ^ b.letters) > 2 * limit) return false;
  return isWithin(a.telling, b.telling, limit) && isWithin(a.whole, b.whole, allowedEdits(a.whole, b.whole));
}

function allowedEdits(a: string, b: string): number {
  return Math.floor(Math.max(a.length, b.length) * NAME_DIFFERENCE);
}

function isWithin(a: string, b: string, limit: number): boolean {
  return editDistance(a, b, limit) <= limit;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** A record that may be the same as another one, and why. */
export interface Suspicion<Id> {
  id: Id;
  reasons: DuplicateReason[];
}

/** Finds possible duplicates among many records without comparing each with each. */
export interface DuplicateFinder<Id> {
  add(id: Id, profile: Profile): void;
  /** The records that may be the same, the most certain first. */
  find(profile: Profile): Suspicion<Id>[];
}

// Cells of about 110 m: what is within 100 m of a point lies in its cell or in one of the eight around.
const CELL_LAT = 0.001;
const CELL_LNG = 0.0014;

export function duplicateFinder<Id>(): DuplicateFinder<Id> {
  const index = new Map<string, [Id, Profile][]>();
  return {
    add(id, profile) {
      for (const key of indexKeys(profile)) {
        const entries = index.get(key);
        if (entries) entries.push([id, profile]);
        else index.set(key, [[id, profile]]);
      }
    },
    find(profile) {
      const candidates = new Map<Id, Profile>();
      for (const key of searchKeys(profile)) {
        for (const [id, candidate] of index.get(key) ?? []) candidates.set(id, candidate);
      }
      return [...candidates]
        .map(([id, candidate]) => ({ id, reasons: duplicateReasons(profile, candidate) }))
        .filter(({ reasons }) => reasons.length > 0)
        .sort((one, other) => certainty(other.reasons) - certainty(one.reasons));
    },
  };
}

const CERTAINTY: Record<DuplicateReason, number> = {
  sameRegistrationNumber: 16,
  sameTaxId: 8,
  sameName: 4,
  sameSite: 2,
  nearAndSimilar: 1,
};

function certainty(reasons: readonly DuplicateReason[]): number {
  return reasons.reduce((sum, reason) => sum + CERTAINTY[reason], 0);
}

function exactKeys({ nameKeys, hosts, registrationNumber, taxId }: Profile): string[] {
  return [
    ...nameKeys.map((key) => `name ${key}`),
    ...hosts.map((host) => `host ${host}`),
    ...(registrationNumber === null ? [] : [`registration ${registrationNumber}`]),
    ...(taxId === null ? [] : [`tax ${taxId}`]),
  ];
}

function indexKeys(profile: Profile): string[] {
  return [...exactKeys(profile), ...cellKeys(profile, [0])];
}

function searchKeys(profile: Profile): string[] {
  return [...exactKeys(profile), ...cellKeys(profile, [-1, 0, 1])];
}

function cellKeys({ position }: Profile, steps: readonly number[]): string[] {
  if (position === null) return [];
  const row = Math.floor(position.lat / CELL_LAT);
  const column = Math.floor(position.lng / CELL_LNG);
  return steps.flatMap((down) => steps.map((across) => `cell ${row + down} ${column + across}`));
}
