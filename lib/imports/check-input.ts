import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type EnterpriseInput, enterpriseInput } from '@/lib/enterprises/schema';
import { containsPoint, SERBIA_BOX } from '@/lib/geo/boxes';
import { type DistrictFinder, districtFinder } from '@/lib/geo/districts';
import type { Topology } from '@/lib/geo/topology';
import type { Remark } from './apply-row';
import { COLUMNS } from './columns';
import type { ReasonCode, WarningCode } from './report';

/** The borders of the live map, made by `scripts/build-map.ts`. */
const BORDERS = path.resolve('public/map/base.json');
let finder: DistrictFinder | undefined;

// Unpacking the borders takes some milliseconds, and only files with positions need them.
function districtAt(point: { lat: number; lng: number }): string | null {
  finder ??= districtFinder(JSON.parse(readFileSync(BORDERS, 'utf8')) as Topology);
  return finder(point);
}

/** What the record's own schema has against an input, by the column that has to be mended. */
export function checkSchema(input: EnterpriseInput): { input: EnterpriseInput; errors: Remark<ReasonCode>[] } {
  const parsed = enterpriseInput.safeParse(input);
  if (parsed.success) return { input: parsed.data, errors: [] };
  const errors = parsed.error.issues.map((issue) => ({
    column: columnOf(issue.path, input),
    code: issue.message as ReasonCode,
    params: limitOf(issue),
  }));
  return { input, errors };
}

function limitOf(issue: object): Remark<ReasonCode>['params'] {
  return 'maximum' in issue ? { max: Number(issue.maximum) } : {};
}

/** Columns of the fields that are put together of several. */
const COLUMN_OF_PATH: Readonly<Record<string, string>> = {
  'basis': 'basis',
  'legalStatus.from': 'legal_status_from',
  'legalStatus.to': 'legal_status_to',
  'size.year': 'size_year',
  'position.lat': 'lat',
  'position.lng': 'lon',
  'verification.on': 'verified_on',
  'verification.by': 'verified_by',
}; // biome-ignore format: paths

function columnOf(path: readonly PropertyKey[], input: EnterpriseInput): string {
  const [field, second] = path;
  const known = COLUMNS.find((column) => column.field === field)?.name ?? COLUMN_OF_PATH[path.join('.')];
  if (known) return known;
  if (field === 'contacts') return input.contacts[Number(second)]?.kind ?? 'website';
  if (field === 'sources') {
    if (path.at(-1) === 'retrievedOn') return 'read_on';
    return path.at(-1) === 'url' ? 'source_url' : 'source_title';
  }
  return String(field);
}

/**
 * What is wrong with a position: outside a box around Serbia is an error, as it means a slip of the pen. In another
 * district than stated is only worth a second look, because the borders that we have are generalised.
 */
export function checkPosition(
  { position, district }: EnterpriseInput,
  districtName: (code: string) => string,
): {
  errors: Remark<ReasonCode>[];
  warnings: Remark<WarningCode>[];
} {
  if (position === null) return { errors: [], warnings: [] };
  if (!containsPoint(SERBIA_BOX, position)) {
    const isSwapped = containsPoint(SERBIA_BOX, { lat: position.lng, lng: position.lat });
    const code = isSwapped ? 'positionSwapped' : 'positionOutside';
    return { errors: [{ column: 'lat', code, params: { ...SERBIA_BOX } }], warnings: [] };
  }
  const found = district === null ? null : districtAt(position);
  if (found === null || found === district) return { errors: [], warnings: [] };
  return {
    errors: [],
    warnings: [{ column: 'lat', code: 'pointInOtherDistrict', params: { district: districtName(found) } }],
  };
}
