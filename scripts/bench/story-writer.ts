import type { FormPage } from '@/lib/submissions/fields';

/** Somebody who tells a story through the form, as a browser without a script posts it. */

export type Cookie = string | null;
/** Number of the writer whose draft stands still, for the pages that show one. */
export const STORY_ORIGIN = 65_000;

type Values = Readonly<Record<string, string | readonly string[]>>;

export interface WrittenPage {
  page: FormPage;
  values: Values;
}

const PROBLEM =
  'Kada je uvedeno vanredno stanje, stariji iz naše mesne zajednice nisu smeli da izlaze, a narodna kuhinja je prestala da radi. Mnogi su ostali bez toplog obroka.';
const DONE =
  'Okupili smo se u školskoj trpezariji i podelili poslove: jedni su nabavljali namirnice, drugi kuvali, treći nosili obroke. Svako jutro u osam dogovarali smo se ko kome nosi, a svako veče zapisivali ko šta nije dobio. Posle tri nedelje uključile su se i dve prodavnice, a mladi su nosili na biciklima.';

/** The six pages of one writer. */
export function pagesOf(number: number): WrittenPage[] {
  return [
    {
      page: 'organisation',
      values: { submissionLocale: 'sr-Latn', organisationName: `Komšijska kuhinja ${number}`, role: 'led' },
    },
    { page: 'place', values: { place: 'Čačak', precision: 'settlement', period: 'emergency' } },
    {
      page: 'happened',
      values: {
        problem: `${PROBLEM} ${number}`,
        whatWasDone: `${DONE} ${number}`,
        practiceTypes: ['meals'],
        title: `Komšije su kuvale za one koji nisu smeli napolje ${number}`,
        summary: 'Za vreme vanrednog stanja kuvali smo i nosili obroke starijima iz mesne zajednice, svakog dana.',
      },
    },
    {
      page: 'results',
      values: {
        beneficiaries: ['older_persons'],
        peopleReached: '215',
        results: 'Za sedam nedelja podelili smo devet hiljada obroka. Niko sa spiska nije ostao bez hrane.',
      },
    },
    { page: 'files', values: {} },
    {
      page: 'contact',
      values: {
        contactName: 'Proba Merenja',
        showName: 'no',
        contactEmail: `merenje${number}@primer.example`,
        licence: 'cc_by',
        consentPublish: 'yes',
      },
    },
  ];
}

/** Saves one page. @returns the cookie of the draft @throws Error on any answer but success */
export async function saveStoryPage(
  origin: string,
  writer: number,
  page: WrittenPage,
  cookie: Cookie,
): Promise<Cookie> {
  const values = { page: page.page, locale: 'sr-Latn', ...page.values };
  const answer = await post(`${origin}/api/story/save`, writer, values, cookie, 'application/json');
  if (answer.status !== 200) throw new Error(`a page was answered with ${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
  return answer.headers.get('set-cookie')?.split(';', 1)[0] ?? cookie;
}

/** Presses the last button. @throws Error when it does not lead to the confirmation */
export async function sendStory(origin: string, writer: number, cookie: Cookie): Promise<void> {
  const answer = await post(`${origin}/api/story/send`, writer, { locale: 'sr-Latn' }, cookie, 'text/html');
  await answer.arrayBuffer();
  const location = answer.headers.get('location') ?? '';
  if (answer.status !== 303 || !location.endsWith('/poslato')) {
    throw new Error(`a story was answered with ${answer.status} ${location}`);
  }
}

function post(url: string, writer: number, values: Values, cookie: Cookie, accept: string): Promise<Response> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) for (const item of [value].flat()) body.append(name, item);
  return fetch(url, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: {
      accept,
      origin: new URL(url).origin,
      'x-forwarded-for': `10.${(writer >> 16) & 255}.${(writer >> 8) & 255}.${writer & 255}`,
      ...(cookie !== null && { cookie }),
    },
  });
}
