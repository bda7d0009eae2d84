
-- CreateTable
CREATE TABLE "DecisionReason" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "labelSr" TEXT NOT NULL,
    "labelEn" TEXT NOT NULL,
    "textSr" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false
);

-- CreateTable
CREATE TABLE "DecisionUndo" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "submissionId" INTEGER NOT NULL,
    "eventId" INTEGER NOT NULL,
    "batch" TEXT,
    "staffId" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "before" BLOB,
    "revision" INTEGER NOT NULL,
    "mails" TEXT NOT NULL DEFAULT '[]',
    "madeAt" DATETIME NOT NULL,
    "until" DATETIME NOT NULL,
    "undoneAt" DATETIME,
    "undoneBy" TEXT,
    CONSTRAINT "DecisionUndo_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RejectionProposal" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "submissionId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "proposedBy" TEXT NOT NULL,
    "proposedAt" DATETIME NOT NULL,
    "outcome" TEXT,
    "decidedBy" TEXT,
    "decidedAt" DATETIME,
    "answer" TEXT,
    CONSTRAINT "RejectionProposal_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StoryNote" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "submissionId" INTEGER NOT NULL,
    "staffId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "StoryNote_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StoryCheck" (
    "submissionId" INTEGER NOT NULL,
    "staffId" TEXT NOT NULL,
    "point" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("submissionId", "staffId", "point"),
    CONSTRAINT "StoryCheck_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DecisionDraft" (
    "submissionId" INTEGER NOT NULL,
    "staffId" TEXT NOT NULL,
    "values" TEXT NOT NULL,
    "savedAt" DATETIME NOT NULL,

    PRIMARY KEY ("submissionId", "staffId"),
    CONSTRAINT "DecisionDraft_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "DecisionReason_kind_position_idx" ON "DecisionReason"("kind", "position");

-- CreateIndex
CREATE UNIQUE INDEX "DecisionUndo_eventId_key" ON "DecisionUndo"("eventId");

-- CreateIndex
CREATE INDEX "DecisionUndo_submissionId_id_idx" ON "DecisionUndo"("submissionId", "id");

-- CreateIndex
CREATE INDEX "DecisionUndo_batch_idx" ON "DecisionUndo"("batch");

-- CreateIndex
CREATE INDEX "DecisionUndo_until_idx" ON "DecisionUndo"("until");

-- CreateIndex
CREATE INDEX "RejectionProposal_submissionId_id_idx" ON "RejectionProposal"("submissionId", "id");

-- CreateIndex
CREATE INDEX "RejectionProposal_outcome_idx" ON "RejectionProposal"("outcome");

-- CreateIndex
CREATE INDEX "StoryNote_submissionId_id_idx" ON "StoryNote"("submissionId", "id");

-- The first list of reasons; from here on it is kept on a page of the desk.
INSERT INTO "DecisionReason" ("code", "kind", "severity", "position", "labelSr", "labelEn", "textSr", "textEn") VALUES
('personal_data', 'changes', 'red', 1, 'Lični podaci', 'Personal data', 'U ovom delu stoje podaci po kojima se neko može prepoznati ili naći (ime, adresa, broj telefona, broj dokumenta). Molimo vas da ih izostavite ili da napišete uopštenije, na primer „jedna komšinica” umesto imena i prezimena.', 'This passage holds details by which somebody could be recognised or found (a name, an address, a phone number, the number of a document). Please leave them out or put it more generally, for example “a neighbour” instead of a full name.'),
('people_in_photos', 'changes', 'red', 2, 'Ljudi na fotografijama', 'People in the photos', 'Na fotografiji se prepoznaju lica. Molimo vas da nam potvrdite da su ti ljudi saglasni da ih objavimo (za decu saglasnost daje roditelj ili staratelj), ili da pošaljete drugu fotografiju.', 'Faces can be recognised in the photo. Please confirm that these people agree to being shown (for children a parent or guardian agrees), or send another photo.'),
('health_of_others', 'changes', 'red', 3, 'Zdravlje ili težak položaj nekog drugog', 'Somebody else’s health or hardship', 'Ovde se govori o zdravlju, siromaštvu ili porodičnim prilikama osobe koja bi se mogla prepoznati. Molimo vas da to ispričate tako da se ne može znati o kome je reč, ili da nam napišete da je ta osoba saglasna.', 'This speaks of the health, poverty or family of somebody who could be recognised. Please tell it so that nobody can know whom it is about, or tell us that this person agrees.'),
('evidence', 'changes', 'amber', 4, 'Nedostaje nešto za proveru', 'Something to check it by is missing', 'Da bi drugi mogli da se oslone na ovaj podatak, recite nam odakle je: evidencija, izveštaj, članak, ili ko je brojao. Ako je procena, dovoljno je da napišete „po našoj proceni”.', 'So that others can rely on this, please say where it comes from: records, a report, an article, or who counted. If it is an estimate, “by our estimate” is enough.'),
('incomplete', 'changes', 'amber', 5, 'Nije potpuno', 'Not complete', 'Voleli bismo da ovde dopišete još nešto: ko je učestvovao, šta ste tačno radili, koliko je trajalo i šta se posle promenilo. Dve ili tri rečenice su dovoljne.', 'We would like you to add something here: who took part, what exactly you did, how long it took and what changed after it. Two or three sentences are enough.'),
('unclear', 'changes', 'amber', 6, 'Nije jasno', 'Not clear', 'Nismo sigurni da smo ovo dobro razumeli. Molimo vas da napišete drugim rečima, kao nekome ko nije bio tu.', 'We are not sure that we have understood this. Please put it in other words, as to somebody who was not there.'),
('wrong_place', 'changes', 'amber', 7, 'Mesto ili vreme', 'Place or time', 'Mesto ili vreme se ne slaže sa onim što piše u tekstu. Molimo vas da proverite i ispravite.', 'The place or the time does not agree with the text. Please check it and put it right.'),
('advertising', 'changes', 'amber', 8, 'Zvuči kao reklama', 'Sounds like an advertisement', 'Ovaj deo više preporučuje proizvod ili uslugu nego što priča šta se dogodilo. Molimo vas da cene, ponude i pozive na kupovinu izostavite; veza do vaše stranice može da ostane.', 'This passage recommends a product or a service more than it tells what happened. Please leave out prices, offers and calls to buy; the link to your page may stay.'),
('respect', 'changes', 'amber', 9, 'Ton prema drugima', 'Tone towards others', 'Ovde se o nekome govori rečima koje ga mogu povrediti. Molimo vas da opišete šta se dogodilo, bez ocena o ljudima.', 'This speaks of somebody in words that may hurt. Please describe what happened, without judging people.'),
('language', 'changes', 'amber', 10, 'Jezik i pravopis', 'Language and spelling', 'Ovde je ostalo nekoliko grešaka zbog kojih se teže čita. Ako želite, ispravite ih sami, ili nam odgovorite da ih ispravimo umesto vas.', 'Some slips here make it harder to read. If you like, put them right yourself, or tell us to do it for you.'),
('changes_other', 'changes', 'amber', 11, 'Nešto drugo', 'Something else', 'Molimo vas da u ovom delu izmenite sledeće: ', 'Please change the following in this passage: '),
('not_a_practice', 'reject', 'amber', 1, 'Nije priča o dobroj praksi', 'Not a story of good practice', 'Ovde objavljujemo priče o nečemu što je neko uradio za druge, da bi i drugi mogli to da urade. U vašem tekstu nismo našli takvu praksu. Ako je ima, ispričajte šta je urađeno i kome je pomoglo, pa nam pošaljite ponovo.', 'We publish stories of something that somebody did for others, so that others can do it too. We found no such practice in your text. If there is one, tell what was done and whom it helped, and send it again.'),
('not_solidarity', 'reject', 'amber', 2, 'Nije u oblasti solidarne ekonomije', 'Outside the solidarity economy', 'Priča je o delu koje nema veze sa solidarnom ekonomijom: sa radom u kome je korist za ljude i zajednicu ispred dobiti. Zato joj ovde nije mesto, ma koliko da je vredna.', 'The story is about something outside the solidarity economy, where benefit to people and the community comes before profit. It has no place here for that reason, however worthwhile it is.'),
('promotion', 'reject', 'amber', 3, 'Reklama', 'Promotion', 'Tekst pre svega nudi proizvod, uslugu, stranku ili osobu. Reklame ne objavljujemo, ni besplatne. Priču o tome šta ste uradili za zajednicu rado ćemo pročitati.', 'The text above all offers a product, a service, a party or a person. We publish no advertisements, not even free ones. We will gladly read a story of what you did for the community.'),
('not_own', 'reject', 'red', 4, 'Tuđi tekst ili fotografije', 'Somebody else’s text or photos', 'Tekst ili fotografije su objavljeni drugde i nismo mogli da utvrdimo da imate pravo da ih pošaljete. Ako imate saglasnost autora, javite nam u prigovoru i pogledaćemo ponovo.', 'The text or the photos were published elsewhere, and we could not find that you have the right to send them. If their author agrees, tell us in an appeal and we will look again.'),
('not_credible', 'reject', 'red', 5, 'Nismo mogli da proverimo', 'We could not verify it', 'Pokušali smo da proverimo ono što je u priči najvažnije i nismo uspeli, a pitali smo i vas. Ne tvrdimo da nije tačno; objavljujemo samo ono iza čega možemo da stanemo.', 'We tried to verify what matters most in the story and could not, and we have asked you too. We do not say that it is untrue; we publish only what we can stand behind.'),
('harms_people', 'reject', 'red', 6, 'Može nekome da naškodi', 'May harm somebody', 'Objavljivanje bi moglo da naškodi ljudima o kojima se govori, a to se ne može ispraviti a da priča ostane ista. Zaštita tih ljudi nam je preča od objavljivanja.', 'Publishing it could harm the people of whom it speaks, and that cannot be mended without making it another story. Their protection comes before publishing.'),
('hateful', 'reject', 'red', 7, 'Mržnja ili vređanje', 'Hatred or abuse', 'U tekstu se grupa ljudi vređa ili se poziva na mržnju ili nasilje. To ne objavljujemo, bez obzira na to šta još u priči stoji.', 'The text insults a group of people, or calls for hatred or violence. We do not publish that, whatever else the story says.'),
('unanswered', 'reject', 'amber', 8, 'Ono što smo tražili nije izmenjeno', 'What we asked for was not changed', 'Tražili smo izmene bez kojih priču ne možemo da objavimo, i one nisu unete. Ako se predomislite, priču možete poslati ponovo.', 'We asked for changes without which we cannot publish the story, and they were not made. If you change your mind, you can send it again.'),
('reject_other', 'reject', 'amber', 9, 'Drugi razlog', 'Another reason', 'Priču nećemo objaviti zato što ', 'We will not publish the story because '),
('check_complaint', 'hide', 'amber', 1, 'Stigla je primedba', 'A complaint has come', 'Stigla je primedba na vašu priču. Dok je proveravamo, priča se ne vidi. Javićemo vam šta smo odlučili najkasnije za sedam dana.', 'A complaint about your story has come. While we check it, the story is not shown. We will tell you what we have decided within seven days.'),
('check_personal_data', 'hide', 'red', 2, 'Možda ima ličnih podataka', 'Perhaps personal data', 'Primetili smo da u priči možda stoje podaci po kojima se neko može prepoznati. Dok to proverimo, priča se ne vidi.', 'We noticed that the story may hold details by which somebody can be recognised. It is not shown while we check.'),
('check_facts', 'hide', 'amber', 3, 'Neki podatak je možda netačan', 'Something may be untrue', 'Dobili smo obaveštenje da neki podatak u priči možda nije tačan. Dok ga proverimo, priča se ne vidi.', 'We were told that something in the story may be untrue. It is not shown while we check.'),
('check_photos', 'hide', 'red', 4, 'Saglasnost za fotografiju', 'Consent to a photo', 'Neko sa fotografije pitao je kako je ona objavljena. Dok proverimo saglasnost, priča se ne vidi.', 'Somebody in a photo has asked how it came to be published. The story is not shown while we check their consent.'),
('hide_other', 'hide', 'amber', 5, 'Drugi razlog', 'Another reason', 'Priča se trenutno ne vidi zato što ', 'The story is not shown at the moment because '),
('asked_by_person', 'unpublish', 'red', 1, 'Tražila je osoba iz priče', 'A person in the story asked', 'Osoba o kojoj se u priči govori zatražila je da se ona ukloni, i imala je pravo na to. Priču bez tog dela možete poslati ponovo.', 'A person of whom the story speaks asked to have it removed, and had the right to. You can send the story again without that part.'),
('untrue', 'unpublish', 'red', 2, 'Nije tačno', 'Not true', 'Proverili smo priču i našli smo da ono što je u njoj najvažnije nije tačno.', 'We checked the story and found that what matters most in it is not true.'),
('personal_data_public', 'unpublish', 'red', 3, 'Lični podaci', 'Personal data', 'U priči su ostali podaci po kojima se neko može prepoznati, a saglasnosti nema. Zato smo je uklonili.', 'Details by which somebody can be recognised remained in the story, without consent. That is why we removed it.'),
('rights', 'unpublish', 'red', 4, 'Tuđa prava', 'Somebody else’s rights', 'Vlasnik teksta ili fotografije nam se javio: objavljeni su bez njegove saglasnosti.', 'The owner of the text or the photo has written to us: they were published without their consent.'),
('no_longer', 'unpublish', 'amber', 5, 'Više ne važi', 'No longer so', 'Ono što je u priči opisano više ne postoji u tom obliku, pa bi nekoga moglo da navede na pogrešan trag.', 'What the story describes no longer exists in that form, and could mislead somebody.'),
('unpublish_other', 'unpublish', 'amber', 6, 'Drugi razlog', 'Another reason', 'Priču smo uklonili zato što ', 'We removed the story because '),
('spam_advert', 'spam', 'red', 1, 'Reklama poslata mnogima', 'Mass advertising', '', ''),
('spam_nonsense', 'spam', 'amber', 2, 'Besmislen tekst ili proba', 'Nonsense or a test', '', ''),
('spam_robot', 'spam', 'red', 3, 'Poslao program', 'Sent by a program', '', ''),
('spam_abuse', 'spam', 'red', 4, 'Zloupotreba obrasca', 'Abuse of the form', '', '');
