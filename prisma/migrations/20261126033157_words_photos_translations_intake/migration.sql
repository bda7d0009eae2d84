-- CreateTable
CREATE TABLE "StaffFile" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "submissionId" INTEGER,
    "fileId" INTEGER,
    "marks" TEXT NOT NULL DEFAULT '{}',
    "intakeId" INTEGER,
    CONSTRAINT "StaffFile_intakeId_fkey" FOREIGN KEY ("intakeId") REFERENCES "StoryIntake" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "StaffFile_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "StaffFile_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StoryTranslation" (
    "submissionId" INTEGER NOT NULL,
    "lang" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "startedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "savedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "savedBy" TEXT NOT NULL,
    "finishedAt" DATETIME,
    "wholeFor" INTEGER,

    PRIMARY KEY ("submissionId", "lang"),
    CONSTRAINT "StoryTranslation_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TranslationSegment" (
    "submissionId" INTEGER NOT NULL,
    "lang" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "sourceSeen" TEXT,
    "text" TEXT NOT NULL DEFAULT '',
    "otherText" TEXT,
    "otherBy" TEXT,
    "shownText" TEXT,
    "shownSource" TEXT,
    "retired" BOOLEAN NOT NULL DEFAULT false,

    PRIMARY KEY ("submissionId", "lang", "key"),
    CONSTRAINT "TranslationSegment_submissionId_lang_fkey" FOREIGN KEY ("submissionId", "lang") REFERENCES "StoryTranslation" ("submissionId", "lang") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GlossaryTerm" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sr" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "srAlso" TEXT,
    "enAlso" TEXT,
    "noteSr" TEXT,
    "noteEn" TEXT
);

-- CreateTable
CREATE TABLE "StoryIntake" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "origin" TEXT NOT NULL,
    "draftKey" BLOB,
    "consentHow" TEXT,
    "consentOn" TEXT,
    "consentSaid" BLOB,
    "enteredBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "savedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submissionId" INTEGER,
    CONSTRAINT "StoryIntake_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "StaffFile_key_key" ON "StaffFile"("key");

-- CreateIndex
CREATE UNIQUE INDEX "StaffFile_fileId_key" ON "StaffFile"("fileId");

-- CreateIndex
CREATE INDEX "StaffFile_sha256_idx" ON "StaffFile"("sha256");

-- CreateIndex
CREATE INDEX "StaffFile_submissionId_idx" ON "StaffFile"("submissionId");

-- CreateIndex
CREATE INDEX "StaffFile_intakeId_idx" ON "StaffFile"("intakeId");

-- CreateIndex
CREATE UNIQUE INDEX "StoryIntake_submissionId_key" ON "StoryIntake"("submissionId");
