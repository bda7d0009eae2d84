import { type Columns, dayNumber, type FacetColumn, FacetValues } from './columns';
import { FIXED_VALUES } from './schema';

/** The decades of founding. */
export function foundedColumn({ size, year }: Columns): FacetColumn {
  const dictionary = new FacetValues();
  const codes = new Uint16Array(size);
  for (let row = 0; row < size; row++) {
    const value = year[row] as number;
    if (value !== 0) codes[row] = dictionary.add(decadeOf(value));
  }
  return { kind: 'single', dictionary, codes };
}

/** 1987 is "before-1990", 2014 is "2010s". */
function decadeOf(year: number): string {
  return year < 1990 ? FIXED_VALUES.founded[0] : `${Math.floor(year / 10) * 10}s`;
}

/** How long ago each record was verified. @param today YYYY-MM-DD */
export function verifiedColumn({ size, verifiedDay }: Columns, today: string): FacetColumn {
  const dictionary = new FacetValues();
  const [under6m, from6to12m, over12m] = FIXED_VALUES.verified.map((value) => dictionary.add(value)) as [
    number,
    number,
    number,
  ];
  const halfYearAgo = monthsBefore(today, 6);
  const yearAgo = monthsBefore(today, 12);
  const codes = new Uint16Array(size);
  for (let row = 0; row < size; row++) {
    const day = verifiedDay[row] as number;
    if (day !== 0) codes[row] = day >= halfYearAgo ? under6m : day >= yearAgo ? from6to12m : over12m;
  }
  return { kind: 'single', dictionary, codes };
}

/** Number of the day so many months before; the last of a shorter month for a day that it does not have. */
function monthsBefore(day: string, months: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  const wanted = new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth)));
  return dayNumber(wanted.toISOString().slice(0, 10));
}
