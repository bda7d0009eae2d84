/** Codes from here on belong to the area that the base map draws apart (prisma/data/README.md). */
const FIRST_DISTRICT_APART = '25';

/** Is this one of the 25 districts that the base map draws? Of the others we claim neither a country nor a gap. */
export function isDrawnDistrict(code: string): boolean {
  return code < FIRST_DISTRICT_APART;
}
