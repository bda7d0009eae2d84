import { type CellKind, COLUMNS, type Column, EXPORT_ONLY_COLUMNS } from './columns';

/** What may stand in the cells of a column, for staff. */
function allowed(cells: CellKind): string {
  switch (cells.kind) {
    case 'text':
      return `text, up to ${cells.max.toLocaleString('en')} signs${cells.lines ? ', with paragraphs' : ''}`;
    case 'names':
      return 'texts, `;` between them';
    case 'term':
      return `a code or label of \`${cells.taxonomy}\``;
    case 'terms':
      return `codes or labels of \`${cells.taxonomy}\`, \`;\` between them`;
    case 'registrationNumber':
      return '8 digits';
    case 'taxId':
      return '9 digits';
    case 'postalCode':
      return '5 digits';
    case 'year':
      return 'year, from 1800 to the next one';
    case 'count':
      return 'whole number';
    case 'day':
      return '`2026-11-23` or `23.11.2026.`';
    case 'degrees':
      return 'degrees, `44.80401` or `44,80401`, in a box around Serbia';
    case 'flag':
      return '`yes` or `no`';
    case 'municipality':
      return 'name in either script, official code or id';
    case 'district':
      return 'name in either script or in English, or number (`20`, `RS-20`)';
    case 'precision':
      return '`address`, `settlement`, `municipality` (also `municipality_seat`, `city_municipality`), `hidden`';
    case 'address':
      return 'address with `http://` or `https://`';
    case 'contact':
      return allowedContact(cells.contact);
  }
}

function allowedContact(kind: string): string {
  if (kind === 'email') return 'e-mail addresses, `;` between them';
  if (kind === 'phone') return 'numbers, `;` between them; stored as `+381112345678`';
  return 'address; `https://` is added where it is missing';
}

function line({ name, aliases, cells, fact, about }: Column): string {
  const names = [name, ...(aliases ?? [])].map((each) => `\`${each}\``).join(', ');
  return `| ${names} | ${allowed(cells)} | ${fact ? 'yes' : ''} | ${about.replaceAll('|', '\\|')} |`;
}

/** The table of columns in docs/import.md; a test compares the two. */
export function columnsTable(): string {
  const head = '| column | allowed | sourced | what it holds |\n| --- | --- | --- | --- |';
  return [head, ...COLUMNS.map(line)].join('\n');
}

/** The columns of our own export that the importer does not read, as docs/import.md names them. */
export function unreadColumnsText(): string {
  return EXPORT_ONLY_COLUMNS.map((name) => `\`${name}\``).join(', ');
}
