import type { ContactKind } from '@/lib/enterprises/contacts';
import { type EnterpriseInput, emptyInput, type PositionPrecision } from '@/lib/enterprises/schema';
import { hasCyrillic, toCyrillic, toLatin } from '@/lib/serbian';
import { applySources } from './apply-sources';
import { COLUMNS } from './columns';
import type { CellValue } from './read-cell';
import { type RowValues, textOr } from './read-row';
import type { CellError, WarningCode } from './report';
import { sizeBand } from './terms';

/** A remark on what a row became, or why it cannot become a record. */
export interface Remark<Code> {
  column: string;
  code: Code;
  params: CellError['params'];
}

export interface AppliedRow {
  input: EnterpriseInput;
  errors: Remark<CellError['code']>[];
  warnings: Remark<WarningCode>[];
}

/** Codes of the size bands, in the order of their sizes. */
export interface ApplyContext {
  sizeCodes: readonly string[];
  /** Code of the district in which a municipality lies. */
  districtOf: (municipality: string) => string | null;
  districtName: (code: string) => string;
}

/**
 * Writes the values of a row over a record: the fields for which the file has a column are replaced (an empty cell
 * makes them unknown), all others stay.
 * @param base the record as it stands; null makes a new one
 */
export function applyRow(base: EnterpriseInput | null, values: RowValues, context: ApplyContext): AppliedRow {
  const before = base ?? emptyInput('', '');
  const input: EnterpriseInput = { ...before };
  const applied: AppliedRow = { input, errors: [], warnings: [] };
  for (const { name, field } of COLUMNS) {
    const value = values.get(name);
    if (field && value !== undefined)
      Object.assign(input, { [field]: keepScript(before[field], value ?? emptyOf(field)) });
  }
  // Where the derived Cyrillic name would be wrong, an export shows the one that is kept.
  if (input.nameSr === before.nameSrCyrl) input.nameSr = before.nameSr;
  applyBasis(applied, base, values);
  applyStatus(applied, values);
  applySize(applied, values, context);
  applyPlace(applied, values, context);
  applyPosition(applied, values);
  applyContacts(input, values);
  applyVerification(applied, values);
  applySources(applied, before, values);
  return applied;
}

/** What a field is when its cell is empty. */
function emptyOf(field: keyof EnterpriseInput): null | false {
  return field === 'synthetic' ? false : null;
}

/** The same words in the other script are no change: an export in Cyrillic may come back. */
function keepScript(before: unknown, value: CellValue | false): unknown {
  if (typeof value === 'string' && typeof before === 'string') return isSameText(before, value) ? before : value;
  if (!Array.isArray(value) || !Array.isArray(before)) return value;
  const known = before as string[];
  return value.map((item) => known.find((old) => isSameText(old, item)) ?? item);
}

function isSameText(before: string, value: string): boolean {
  return hasCyrillic(value) && (toLatin(value) === before || toCyrillic(before) === value);
}

/** The remark by which the dataset's compiler tells that a source does not say "social enterprise". */
const NOT_LABELLED = /not labelled a social enterprise/i;

function applyBasis({ input, warnings }: AppliedRow, base: EnterpriseInput | null, values: RowValues): void {
  const basis = values.get('basis');
  if (typeof basis === 'string') input.basis = basis;
  else if (base === null) {
    const note = values.get('accessed_note');
    const called = !values.has('basis') && typeof note === 'string' && !NOT_LABELLED.test(note);
    input.basis = called ? 'called_by_source' : 'wider_social_economy';
    warnings.push({ column: 'basis', code: 'basisAssumed', params: { basis: input.basis } });
  }
}

function applyStatus({ input, errors }: AppliedRow, values: RowValues): void {
  const old = input.legalStatus;
  const code = textOr(values, 'legal_status', old?.code ?? null);
  const from = textOr(values, 'legal_status_from', old?.from ?? null);
  const to = textOr(values, 'legal_status_to', old?.to ?? null);
  const given = values.get('legal_status_from') ?? values.get('legal_status_to') ?? null;
  if (code === null && given !== null) errors.push({ column: 'legal_status', code: 'statusMissing', params: {} });
  if (code !== null && from !== null && to !== null && from > to) {
    errors.push({ column: 'legal_status_to', code: 'endsBeforeItBegins', params: { from } });
  }
  input.legalStatus = code === null ? null : { code, from, to };
}

function applySize({ input, errors }: AppliedRow, values: RowValues, { sizeCodes }: ApplyContext): void {
  if (!['size', 'size_year', 'employees', 'employees_year'].some((name) => values.has(name))) return;
  const band = values.get('size');
  const employees = values.get('employees');
  const counted = typeof employees === 'number' ? sizeBand(employees, sizeCodes) : null;
  const stated = typeof band === 'string' ? band : null;
  if (counted !== null && stated !== null && counted !== stated) {
    errors.push({ column: 'employees', code: 'sizesDisagree', params: { size: stated } });
  }
  const carried = band !== undefined || employees !== undefined;
  const code = carried ? (stated ?? counted) : (input.size?.code ?? null);
  const year = values.get('size_year') ?? values.get('employees_year');
  if (code === null && typeof year === 'number') errors.push({ column: 'size', code: 'sizeMissing', params: {} });
  const known = year === undefined ? (input.size?.year ?? null) : (year as number | null);
  input.size = code === null ? null : { code, year: known };
}

function applyPlace(
  { input, errors }: AppliedRow,
  values: RowValues,
  { districtOf, districtName }: ApplyContext,
): void {
  if (values.has('municipality')) input.municipality = textOr(values, 'municipality', null);
  const stated = textOr(values, 'district', null);
  const own = input.municipality === null ? null : districtOf(input.municipality);
  if (own !== null && stated !== null && own !== stated) {
    errors.push({
      column: 'municipality',
      code: 'municipalityNotInDistrict',
      params: { district: districtName(stated) },
    });
  }
  if (stated !== null || values.has('district')) input.district = stated;
  if (own !== null) input.district = own;
}

function applyPosition({ input, errors, warnings }: AppliedRow, values: RowValues): void {
  if (!['lat', 'lon', 'geo_precision'].some((name) => values.has(name))) return;
  const old = input.position;
  const lat = numberOr(values, 'lat', old?.lat ?? null);
  const lng = numberOr(values, 'lon', old?.lng ?? null);
  const precision = textOr(values, 'geo_precision', old?.precision ?? null) as PositionPrecision | null;
  if (lat === null && lng === null) {
    if (precision !== null && values.get('geo_precision') && old?.precision !== 'hidden') {
      errors.push({ column: 'geo_precision', code: 'precisionWithoutPosition', params: {} });
    }
    // Our own export leaves hidden positions out; empty cells must not erase them.
    input.position = old?.precision === 'hidden' ? old : null;
    return;
  }
  if (lat === null || lng === null) {
    errors.push({ column: lat === null ? 'lat' : 'lon', code: 'positionHalf', params: {} });
    return;
  }
  if (precision === null) warnings.push({ column: 'geo_precision', code: 'precisionAssumed', params: {} });
  input.position = { lat, lng, precision: precision ?? 'municipality' };
}

function applyContacts(input: EnterpriseInput, values: RowValues): void {
  const kinds = COLUMNS.flatMap(({ name, cells }) =>
    cells.kind === 'contact' && values.has(name) ? [[name, cells.contact] as const] : [],
  );
  for (const [name, kind] of kinds) input.contacts = withContacts(input.contacts, kind, textsOf(values, name));
}

/** A person's own contacts, given with consent, are not the file's to replace. */
function withContacts(contacts: EnterpriseInput['contacts'], kind: ContactKind, texts: readonly string[]) {
  const kept = contacts.filter((contact) => contact.kind !== kind || contact.personal);
  const known = new Set(kept.filter((contact) => contact.kind === kind).map(({ value }) => value));
  const added = texts.filter((value) => !known.has(value));
  return [...kept, ...added.map((value) => ({ kind, value, personal: false, consentOn: null }))];
}

function applyVerification({ input, errors }: AppliedRow, values: RowValues): void {
  const old = input.verification;
  const on = textOr(values, 'verified_on', old?.on ?? null);
  const by = textOr(values, 'verified_by', old?.by ?? null);
  const method = textOr(values, 'verified_method', old?.method ?? null);
  if (on === null && (values.get('verified_by') ?? values.get('verified_method') ?? null) !== null) {
    errors.push({ column: 'verified_on', code: 'verifiedOnMissing', params: {} });
  }
  input.verification = on === null ? null : { on, by, method };
}

function numberOr(values: RowValues, name: string, before: number | null): number | null {
  const value = values.get(name);
  if (value === undefined) return before;
  return typeof value === 'number' ? value : null;
}

function textsOf(values: RowValues, name: string): string[] {
  const value = values.get(name);
  return Array.isArray(value) ? value : [];
}
