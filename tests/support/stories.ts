import { db } from '@/lib/db';
import type { StoryContent } from '@/lib/stories/content';

/** A story as somebody could have told it; every answer that must be given, and no other. */
export const TOLD: StoryContent = {
  submissionLocale: 'sr-Latn',
  organisationName: 'Čačanska kuhinja',
  organisationId: null,
  role: 'took_part',
  roleRelation: null,
  place: 'Čačak',
  placeId: 'settlement:792078',
  precision: 'settlement',
  lat: null,
  lng: null,
  period: 'emergency',
  startMonth: '2020-04',
  endMonth: null,
  ongoing: false,
  problem: 'Stariji ljudi u zgradama bez lifta nisu mogli do prodavnice, a zabrana kretanja im nije ostavljala vreme.',
  whatWasDone: 'Kuvali smo u školskoj kuhinji i nosili obroke od vrata do vrata.\n\nSvakog dana po dve ekipe.',
  practiceTypes: ['meals', 'delivery'],
  practiceOther: null,
  title: 'Topli obroci do četvrtog sprata',
  summary: 'Komšije su svakog dana kuvale za starije iz zgrada bez lifta i nosile im obroke do vrata.',
  beneficiaries: ['older_persons'],
  peopleReached: 120,
  peopleUnknown: false,
  results: 'Za dva meseca podeljeno je oko sedam hiljada obroka, i niko nije ostao bez ručka.',
  resources: null,
  support: ['citizens'],
  supportNote: null,
  partners: [],
  difficulties: null,
  whatWouldHelp: null,
  transfer: 'Raspored smena i spisak namirnica za sto obroka.',
  stillAlive: 'no',
  photos: [],
  documents: [],
  peopleInPhotos: null,
  links: [],
  contentLabels: [],
  showName: 'no',
  licence: 'cc_by',
};

let references = 0;

/** Writes a submission with one version, as `lib/submissions` does. @returns its id */
export async function tellStory(changes: Partial<StoryContent> = {}): Promise<number> {
  const content = { ...TOLD, ...changes };
  references += 1;
  const { id } = await db().submission.create({
    data: {
      reference: `TST-${String(references).padStart(3, '0')}-AAA`,
      state: 'approved',
      locale: content.submissionLocale,
      title: content.title,
      versions: { create: { number: 1, content: JSON.stringify(content), author: 'submitter' } },
    },
    select: { id: true },
  });
  return id;
}

/** Adds the next version of a submission. @returns its number */
export async function tellAgain(submissionId: number, changes: Partial<StoryContent>): Promise<number> {
  const before = await db().submissionVersion.findFirstOrThrow({
    where: { submissionId },
    orderBy: { number: 'desc' },
  });
  const content = { ...(JSON.parse(before.content) as StoryContent), ...changes };
  const number = before.number + 1;
  await db().submissionVersion.create({
    data: { submissionId, number, content: JSON.stringify(content), author: 'submitter' },
  });
  return number;
}
