-- CreateTable
CREATE TABLE "StoryDraft" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "keyHash" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "answers" TEXT NOT NULL DEFAULT '{}',
    "contact" BLOB,
    "version" INTEGER NOT NULL DEFAULT 0,
    "conflict" TEXT,
    "trail" TEXT NOT NULL DEFAULT '{}',
    "uploadReport" TEXT,
    "page" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "savedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" DATETIME NOT NULL,
    "sentAsId" INTEGER,
    "revisesId" INTEGER,
    "revisesVersion" INTEGER,
    CONSTRAINT "StoryDraft_sentAsId_fkey" FOREIGN KEY ("sentAsId") REFERENCES "Submission" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "StoryDraft_revisesId_fkey" FOREIGN KEY ("revisesId") REFERENCES "Submission" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "reference" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "stateSince" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "origin" TEXT NOT NULL DEFAULT 'web',
    "locale" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "versionNumber" INTEGER NOT NULL DEFAULT 1,
    "liveVersion" INTEGER,
    "pendingVersion" INTEGER,
    "title" TEXT,
    "organisationName" TEXT,
    "enterpriseId" INTEGER,
    "showName" TEXT NOT NULL DEFAULT 'no',
    "licence" TEXT NOT NULL DEFAULT 'cc_by',
    "spamScore" INTEGER NOT NULL DEFAULT 0,
    "spamReasons" TEXT NOT NULL DEFAULT '[]',
    "emailHash" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedAt" DATETIME,
    "publishedAt" DATETIME,
    "eraseOn" DATETIME
);

-- CreateTable
CREATE TABLE "SubmissionVersion" (
    "submissionId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("submissionId", "number"),
    CONSTRAINT "SubmissionVersion_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SubmissionEvent" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "submissionId" INTEGER NOT NULL,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "fromState" TEXT,
    "toState" TEXT,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "reason" TEXT,
    "details" TEXT,
    CONSTRAINT "SubmissionEvent_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ChangeRequest" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "submissionId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "quote" TEXT,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT,
    "answeredAt" DATETIME,
    "solvedAt" DATETIME,
    CONSTRAINT "ChangeRequest_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "submissionId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" TEXT,
    "decidedAt" DATETIME,
    "decidedBy" TEXT,
    CONSTRAINT "Appeal_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SubmissionContact" (
    "submissionId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sealed" BLOB NOT NULL,
    "savedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "SubmissionContact_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "submissionId" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "givenAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" DATETIME,
    CONSTRAINT "Consent_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AccessToken" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "secretHash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "draftId" INTEGER,
    "submissionId" INTEGER,
    "emailHash" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    "revokedAt" DATETIME,
    "failures" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "AccessToken_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "StoryDraft" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AccessToken_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "originalName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "pages" INTEGER,
    "renditions" TEXT NOT NULL DEFAULT '[]',
    "offeredPlace" BLOB,
    "isPublic" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "draftId" INTEGER,
    "submissionId" INTEGER,
    CONSTRAINT "StoredFile_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "StoryDraft" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "StoredFile_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OutboxMail" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "dedupeKey" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "sealed" BLOB,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastError" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" DATETIME,
    "submissionId" INTEGER,
    CONSTRAINT "OutboxMail_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Story" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "submissionId" INTEGER,
    "reference" TEXT,
    "publication" TEXT NOT NULL DEFAULT 'published',
    "organisationName" TEXT,
    "enterpriseId" INTEGER,
    "role" TEXT,
    "authorName" TEXT,
    "licence" TEXT NOT NULL,
    "period" TEXT,
    "startMonth" TEXT,
    "endMonth" TEXT,
    "ongoing" BOOLEAN,
    "peopleReached" INTEGER,
    "stillAlive" TEXT,
    "place" TEXT,
    "settlementId" INTEGER,
    "municipalityId" TEXT,
    "districtCode" TEXT,
    "countryCode" TEXT,
    "lat" REAL,
    "lng" REAL,
    "precision" TEXT,
    "practiceOther" TEXT,
    "partners" TEXT NOT NULL DEFAULT '[]',
    "links" TEXT NOT NULL DEFAULT '[]',
    "photos" TEXT NOT NULL DEFAULT '[]',
    "documents" TEXT NOT NULL DEFAULT '[]',
    "sourceUrl" TEXT,
    "sourceTitle" TEXT,
    "sourceReadOn" TEXT,
    "confirmedOn" TEXT,
    "publishedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "Story_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Story_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StoryText" (
    "storyId" INTEGER NOT NULL,
    "lang" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "problem" TEXT,
    "whatWasDone" TEXT,
    "results" TEXT,
    "resources" TEXT,
    "supportNote" TEXT,
    "difficulties" TEXT,
    "whatWouldHelp" TEXT,
    "transfer" TEXT,
    "translated" BOOLEAN NOT NULL DEFAULT false,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("storyId", "lang"),
    CONSTRAINT "StoryText_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StoryTerm" (
    "storyId" INTEGER NOT NULL,
    "termId" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("storyId", "termId"),
    CONSTRAINT "StoryTerm_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "StoryTerm_termId_fkey" FOREIGN KEY ("termId") REFERENCES "TaxonomyTerm" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StoryAlias" (
    "slug" TEXT NOT NULL PRIMARY KEY,
    "storyId" INTEGER NOT NULL,
    CONSTRAINT "StoryAlias_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RateLimiterFlexible" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "points" INTEGER NOT NULL,
    "expire" DATETIME
);

-- CreateTable
CREATE TABLE "Job" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "lockedBy" TEXT,
    "lockedUntil" DATETIME,
    "lastStartedAt" DATETIME,
    "lastFinishedAt" DATETIME,
    "lastOutcome" TEXT
);

-- CreateIndex
CREATE UNIQUE INDEX "StoryDraft_keyHash_key" ON "StoryDraft"("keyHash");

-- CreateIndex
CREATE INDEX "StoryDraft_expiresAt_idx" ON "StoryDraft"("expiresAt");

-- CreateIndex
CREATE INDEX "StoryDraft_sentAsId_idx" ON "StoryDraft"("sentAsId");

-- CreateIndex
CREATE INDEX "StoryDraft_revisesId_idx" ON "StoryDraft"("revisesId");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_reference_key" ON "Submission"("reference");

-- CreateIndex
CREATE INDEX "Submission_state_stateSince_idx" ON "Submission"("state", "stateSince");

-- CreateIndex
CREATE INDEX "Submission_emailHash_idx" ON "Submission"("emailHash");

-- CreateIndex
CREATE INDEX "Submission_eraseOn_idx" ON "Submission"("eraseOn");

-- CreateIndex
CREATE INDEX "Submission_enterpriseId_idx" ON "Submission"("enterpriseId");

-- CreateIndex
CREATE INDEX "SubmissionEvent_submissionId_id_idx" ON "SubmissionEvent"("submissionId", "id");

-- CreateIndex
CREATE INDEX "SubmissionEvent_at_idx" ON "SubmissionEvent"("at");

-- CreateIndex
CREATE INDEX "ChangeRequest_submissionId_idx" ON "ChangeRequest"("submissionId");

-- CreateIndex
CREATE INDEX "Consent_submissionId_purpose_idx" ON "Consent"("submissionId", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "AccessToken_secretHash_key" ON "AccessToken"("secretHash");

-- CreateIndex
CREATE INDEX "AccessToken_draftId_idx" ON "AccessToken"("draftId");

-- CreateIndex
CREATE INDEX "AccessToken_submissionId_idx" ON "AccessToken"("submissionId");

-- CreateIndex
CREATE INDEX "AccessToken_expiresAt_idx" ON "AccessToken"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "StoredFile_key_key" ON "StoredFile"("key");

-- CreateIndex
CREATE INDEX "StoredFile_sha256_idx" ON "StoredFile"("sha256");

-- CreateIndex
CREATE INDEX "StoredFile_draftId_idx" ON "StoredFile"("draftId");

-- CreateIndex
CREATE INDEX "StoredFile_submissionId_idx" ON "StoredFile"("submissionId");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMail_dedupeKey_key" ON "OutboxMail"("dedupeKey");

-- CreateIndex
CREATE INDEX "OutboxMail_state_dueAt_idx" ON "OutboxMail"("state", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Story_slug_key" ON "Story"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Story_submissionId_key" ON "Story"("submissionId");

-- CreateIndex
CREATE UNIQUE INDEX "Story_reference_key" ON "Story"("reference");

-- CreateIndex
CREATE INDEX "Story_enterpriseId_idx" ON "Story"("enterpriseId");

-- CreateIndex
CREATE INDEX "Story_publication_publishedAt_idx" ON "Story"("publication", "publishedAt");

-- CreateIndex
CREATE INDEX "StoryTerm_termId_storyId_idx" ON "StoryTerm"("termId", "storyId");

-- CreateIndex
CREATE INDEX "Appeal_submissionId_idx" ON "Appeal"("submissionId");

-- CreateIndex
CREATE INDEX "AccessToken_emailHash_createdAt_idx" ON "AccessToken"("emailHash", "createdAt");
