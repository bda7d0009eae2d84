import type { StoryAnswers } from '@/lib/submissions/schema';

/** A whole story with right answers; the person and the organisation are made up. */
export function storyAnswers(other: StoryAnswers = {}): StoryAnswers {
  return {
    submissionLocale: 'sr-Latn',
    organisationName: 'Komšijska kuhinja Probna',
    role: 'led',
    place: 'Čačak',
    precision: 'settlement',
    period: 'emergency',
    startMonth: '2020-03',
    endMonth: '2020-06',
    problem:
      'Kada je uvedeno vanredno stanje, stariji iz naše mesne zajednice nisu smeli da izlaze, a narodna kuhinja je prestala da radi. Mnogi su ostali bez ijednog toplog obroka dnevno.',
    whatWasDone:
      'Okupili smo se u školskoj trpezariji i podelili poslove: jedni su nabavljali namirnice, drugi kuvali, treći nosili obroke. Svako jutro u osam dogovarali smo se ko kome nosi, a svako veče zapisivali ko šta nije dobio. Lekari iz doma zdravlja pomogli su nam da napravimo spisak ljudi kojima hrana treba odmah, a mladi su nosili na biciklima. Posle tri nedelje uključile su se i dve prodavnice.',
    practiceTypes: ['meals', 'volunteering'],
    title: 'Komšije su kuvale za one koji nisu smeli napolje',
    summary:
      'Za vreme vanrednog stanja kuvali smo i nosili obroke starijima iz mesne zajednice, svakog dana bez prekida.',
    beneficiaries: ['older_persons'],
    peopleReached: 215,
    results:
      'Za sedam nedelja podelili smo devet hiljada obroka. Niko sa spiska nije ostao bez hrane duže od jednog dana.',
    support: [],
    partners: [],
    photos: [],
    documents: [],
    links: [],
    contentLabels: [],
    contactName: 'Ana Probić',
    showName: 'no',
    contactEmail: 'ana.probic@primer.example',
    contactPhone: '064/123-45-67',
    licence: 'cc_by',
    consentPublish: 'yes',
    ...other,
  };
}
