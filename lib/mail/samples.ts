import type { MailTemplate, MailValues } from './values';

const about = {
  reference: 'DFG-LNQ-RVW',
  title: 'Rukotvorke šiju hiljadu maski',
  token: 'uzorak-veze-do-strane-price',
};

/** Made-up values for each mail: the preview shows them, the tests read every template with them. */
export const MAIL_SAMPLES: MailValues = {
  resumeLink: { token: 'uzorak-veze-za-nastavak', until: '2026-12-23' },
  confirm: { token: 'uzorak-veze-za-potvrdu', reference: about.reference, until: '2026-12-02' },
  received: { ...about, answerBy: '2026-11-30', decisionBy: '2026-12-09' },
  changesRequested: {
    ...about,
    until: '2026-12-25',
    requests: [
      {
        field: 'whatWasDone',
        quote: 'Ukupno smo sašile hiljadu maski za višekratnu upotrebu.',
        note: 'Ko ih je brojao ili gde je to objavljeno? Dovoljna je veza ka vesti.',
      },
      { field: 'results', quote: null, note: 'Dodajte šta se promenilo za ljude kojima ste pomogli.' },
    ],
  },
  receivedAgain: { ...about, isPublic: true, decisionBy: '2026-12-09' },
  changesReminder: { ...about, until: '2026-12-25' },
  dormant: { ...about, until: '2027-11-25' },
  approved: {
    ...about,
    changes: [{ field: 'summary', before: 'Zovite Anu na telefon.', after: 'Javite se udruženju.' }],
    publishOn: '2026-12-01',
  },
  published: { ...about, slug: 'rukotvorke-siju-hiljadu-maski' },
  editDeclined: { ...about, reason: 'U izmeni je dodat broj telefona treće osobe.' },
  rejected: {
    ...about,
    reason: 'Priča govori o prodaji, a ne o praksi od koje je neko imao koristi.',
    appealUntil: '2026-12-15',
  },
  merged: { ...about, otherTitle: 'Maske za ceo kraj', otherSlug: 'maske-za-ceo-kraj' },
  hidden: { ...about, reason: 'Javila nam se osoba sa fotografije.', until: '2026-12-02' },
  unpublished: { ...about, reason: 'Osoba sa fotografije nije dala saglasnost.', appealUntil: '2026-12-15' },
  republished: { ...about, slug: 'rukotvorke-siju-hiljadu-maski' },
  withdrawn: { ...about, contactUntil: '2027-05-24' },
  appealReceived: { ...about, decisionBy: '2026-12-09' },
  appealUpheld: { ...about, reason: 'Fotografija i dalje pokazuje osobu koja nije saglasna.' },
  appealOverturned: { ...about, decisionBy: '2026-12-09' },
  erased: { reference: about.reference },
  statusLink: { reference: about.reference, token: about.token },
  suggestionConfirm: { token: 'uzorak-veze-za-potvrdu', reference: about.reference, until: '2026-12-02' },
  suggestionReceived: { reference: about.reference, name: 'Zadruga Dobro polje', token: 'uzorak-veze-predloga' },
  suggestionDecided: {
    ...{ reference: about.reference, name: 'Zadruga Dobro polje', token: 'uzorak-veze-predloga' },
    ...{ accepted: 2, refused: 1 },
  },
  ownerCheck: {
    name: 'Zadruga Dobar kraj',
    slug: 'zadruga-dobar-kraj',
    token: 'uzorak-veze-za-proveru',
    until: '2027-01-24',
  },
  staffInvitation: { link: 'https://mapa.example/ured/pozivnica?t=uzorak', hours: 72 },
  staffReset: { name: 'Ana', link: 'https://mapa.example/ured/nova-lozinka?t=uzorak', minutes: 30 },
  staffPassword: { name: 'Ana' },
  staffPasskey: { name: 'Ana', key: 'Telefon', change: 'added' },
  staffFactorGone: { name: 'Ana' },
  staffClaimEnded: {
    ...{ name: 'Ana', reference: about.reference, title: about.title, why: 'lease' },
    link: 'https://mapa.example/ured',
  },
  staffAssigned: {
    ...{ name: 'Ana', by: 'Bora', reference: about.reference, title: about.title },
    link: 'https://mapa.example/ured',
  },
  staffDigest: {
    ...{ name: 'Ana', waiting: 11, late: 1, own: 2, link: 'https://mapa.example/ured' },
    stories: [{ reference: about.reference, title: about.title, days: 3 }],
  },
  staffLate: {
    ...{ name: 'Ana', link: 'https://mapa.example/ured?view=overdue' },
    stories: [{ reference: about.reference, title: about.title, days: 3 }],
  },
  staffHidden: {
    ...{ name: 'Ana', reference: about.reference, title: about.title, days: 8 },
    link: 'https://mapa.example/ured',
  },
  followUp: { ...about, slug: 'rukotvorke-siju-hiljadu-maski', answer: 'uzorak-veze-za-odgovor' },
};

export const MAIL_TEMPLATES = Object.keys(MAIL_SAMPLES) as MailTemplate[];
