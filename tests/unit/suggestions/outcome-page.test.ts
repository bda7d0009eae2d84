import { expect, test } from 'vitest';
import { type OutcomeModel, OutcomePage } from '@/components/suggestions/OutcomePage';
import { fromReact } from '@/lib/html/from-react';

const MODEL: OutcomeModel = {
  ...{
    reference: 'DFG-LNQ-RVW',
    kind: 'mine',
    name: 'Naša kuća',
    justSent: false,
    sent: '26. novembar',
    decided: null,
  },
  ...{ fields: [], recordHref: '/preduzeca/nasa-kuca', correctHref: null, email: null, owner: true },
  exportHref: '/api/v1/enterprises/nasa-kuca?lang=sr-Latn',
};
const page = (model: OutcomeModel) => fromReact(OutcomePage({ locale: 'sr-Latn', model })).toString();

test('who speaks for a record can take all of it along from their private page; nobody else is offered it', () => {
  const link = '<a href="/api/v1/enterprises/nasa-kuca?lang=sr-Latn" download="">';
  expect(page(MODEL)).toContain(link);
  expect(page({ ...MODEL, owner: false, exportHref: null })).not.toContain('/api/v1/');
});
