import { isWebAddress, normalizeContact } from '@/lib/enterprises/contacts';
import { isRegistrationNumber, isTaxId } from '@/lib/enterprises/numbers';
import { isDay, LIST_MAX, NAME_MAX, type PositionPrecision } from '@/lib/enterprises/schema';
import { fail, ok, type Result } from '@/lib/shared/result';
import { type CellKind, MAX_ADDRESS } from './columns';
import type { CellError, ReasonCode } from './report';
import type { TermFinder } from './terms';

export type CellValue = string | number | boolean | string[] | null;

type Cell<Value extends CellValue = CellValue> = Result<Value, CellError>;

const refuse = (code: ReasonCode, params: CellError['params'] = {}) => fail<CellError>({ code, params });

/** What the dataset, and our own export, call the precisions. */
const PRECISIONS: Readonly<Record<string, PositionPrecision>> = {
  address: 'address',
  settlement: 'settlement',
  municipality: 'municipality',
  municipality_seat: 'municipality',
  city_municipality: 'municipality',
  hidden: 'hidden',
};

const FLAGS: Readonly<Record<string, boolean>> = {
  true: true, yes: true, da: true, '1': true, false: false, no: false, ne: false, '0': false,
}; // biome-ignore format: a table

/** A cell as text: composed letters, one kind of line end, without the apostrophe that guards spreadsheets from formulas. */
export function cleanCell(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');
}

/**
 * Reads one cell by the kind of its column; an empty one is null, or an empty list.
 * @param cell as `cleanCell` gives it. Places are read elsewhere: they need their neighbours.
 */
export function readCell(cell: string, kind: CellKind, findTerm: TermFinder): Cell {
  if (cell === '') return ok(kind.kind === 'names' || kind.kind === 'terms' ? [] : null);
  switch (kind.kind) {
    case 'text':
      return readText(kind.lines ? cell : cell.replace(/\s+/g, ' '), kind.max);
    case 'names':
      return readNames(cell);
    case 'term':
      return findTerm(kind.taxonomy, cell);
    case 'terms':
      return readTerms(cell, kind.taxonomy, findTerm);
    case 'registrationNumber':
      return readNumber(cell, 8, isRegistrationNumber, 'notARegistrationNumber');
    case 'taxId':
      return readNumber(cell, 9, isTaxId, 'notATaxId');
    case 'postalCode':
      return /^\d{5}$/.test(cell) ? ok(cell) : refuse('notAPostalCode');
    case 'year':
      return /^\d{4}\.?$/.test(cell) ? ok(Number.parseInt(cell, 10)) : refuse('notAYear');
    case 'count':
      return /^\d{1,6}$/.test(cell) ? ok(Number(cell)) : refuse('notACount');
    case 'day':
      return readDay(cell);
    case 'degrees':
      return /^-?\d{1,3}([.,]\d+)?$/.test(cell) ? ok(Number(cell.replace(',', '.'))) : refuse('notADegree');
    case 'flag':
      return FLAGS[cell.toLowerCase()] === undefined ? refuse('notAFlag') : ok(FLAGS[cell.toLowerCase()] ?? null);
    case 'precision':
      return readPrecision(cell);
    case 'address':
      return isWebAddress(cell) && cell.length <= MAX_ADDRESS ? ok(cell) : refuse('notAnAddress');
    case 'contact':
      return readContacts(cell, kind.contact);
    case 'municipality':
    case 'district':
      return ok(cell);
  }
}

function readText(cell: string, max: number): Cell<string> {
  return cell.length > max ? refuse('tooLong', { max }) : ok(cell);
}

function splitList(cell: string): string[] {
  return [...new Set(cell.split(';').map((item) => item.trim()))].filter((item) => item !== '');
}

function readNames(cell: string): Cell<string[]> {
  const names = splitList(cell);
  if (names.length > LIST_MAX) return refuse('tooMany', { max: LIST_MAX });
  return names.some((name) => name.length > NAME_MAX) ? refuse('tooLong', { max: NAME_MAX }) : ok(names);
}

function readTerms(cell: string, taxonomy: string, findTerm: TermFinder): Cell<string[]> {
  const codes: string[] = [];
  for (const item of splitList(cell)) {
    const found = findTerm(taxonomy, item);
    if (!found.ok) return found;
    codes.push(found.value);
  }
  return codes.length > LIST_MAX ? refuse('tooMany', { max: LIST_MAX }) : ok([...new Set(codes)]);
}

/** Spreadsheets take the zeros from the beginning of a number, so they are put back. */
function readNumber(cell: string, digits: number, isValid: (text: string) => boolean, code: ReasonCode): Cell<string> {
  const bare = cell.replace(/\s/g, '');
  const whole = /^\d+$/.test(bare) ? bare.padStart(digits, '0') : bare;
  return isValid(whole) ? ok(whole) : refuse(code);
}

/** YYYY-MM-DD, or day, month and year as Serbian writes them. */
function readDay(cell: string): Cell<string> {
  const serbian = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\.?$/.exec(cell);
  const day = serbian ? `${serbian[3]}-${pad(serbian[2])}-${pad(serbian[1])}` : cell;
  return isDay(day) ? ok(day) : refuse('notADay');
}

function pad(number = ''): string {
  return number.padStart(2, '0');
}

function readPrecision(cell: string): Cell<string> {
  const precision = PRECISIONS[cell.toLowerCase()];
  return precision ? ok(precision) : refuse('unknownPrecision', { allowed: Object.keys(PRECISIONS).join(', ') });
}

function readContacts(cell: string, kind: Parameters<typeof normalizeContact>[0]): Cell<string[]> {
  // An address of the web may hold a semicolon of its own.
  const isAddress = kind !== 'email' && kind !== 'phone';
  const items = isAddress ? cell.split(/\s*;\s*(?=https?:|www\.)/) : splitList(cell);
  const values: string[] = [];
  for (const item of items) {
    const value = normalizeContact(kind, item);
    if (value === null)
      return refuse(kind === 'email' ? 'notAnEmail' : kind === 'phone' ? 'notAPhone' : 'notAnAddress');
    values.push(value);
  }
  return ok([...new Set(values)]);
}
