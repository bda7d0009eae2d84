-- AlterTable
ALTER TABLE "TaxonomyTerm" ADD COLUMN "labelSrCyrl" TEXT;
ALTER TABLE "TaxonomyTerm" ADD COLUMN "mergedInto" TEXT;
ALTER TABLE "TaxonomyTerm" ADD COLUMN "retiredAt" DATETIME;

-- CreateTable
CREATE TABLE "Suggestion" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "reference" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "stateSince" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "enterpriseId" INTEGER,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "sendKey" TEXT NOT NULL,
    "ownerOf" INTEGER,
    "ownerEndedAt" DATETIME,
    "spamScore" INTEGER NOT NULL DEFAULT 0,
    "spamReasons" TEXT NOT NULL DEFAULT '[]',
    "duplicates" TEXT NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 0,
    "decisionDraft" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" DATETIME,
    "decidedBy" TEXT,
    "createdEnterpriseId" INTEGER
);

-- CreateTable
CREATE TABLE "SuggestionChange" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "suggestionId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "outcome" TEXT,
    "reason" TEXT,
    "note" TEXT,
    CONSTRAINT "SuggestionChange_suggestionId_fkey" FOREIGN KEY ("suggestionId") REFERENCES "Suggestion" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SuggestionSender" (
    "suggestionId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sealed" BLOB NOT NULL,
    "emailHash" TEXT,
    "confirmedAt" DATETIME,
    "ownDomain" BOOLEAN NOT NULL DEFAULT false,
    "savedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "SuggestionSender_suggestionId_fkey" FOREIGN KEY ("suggestionId") REFERENCES "Suggestion" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SuggestionLink" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "suggestionId" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" DATETIME,
    "usedAt" DATETIME,
    CONSTRAINT "SuggestionLink_suggestionId_fkey" FOREIGN KEY ("suggestionId") REFERENCES "Suggestion" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ContentVersion" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "document" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "texts" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "basedOn" INTEGER,
    "restoredOf" INTEGER,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "publishedAt" DATETIME,
    "publishedBy" TEXT
);

-- CreateTable
CREATE TABLE "ReasonVersion" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "code" TEXT NOT NULL,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "TermVersion" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "termId" TEXT NOT NULL,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Suggestion_reference_key" ON "Suggestion"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "Suggestion_sendKey_key" ON "Suggestion"("sendKey");

-- CreateIndex
CREATE INDEX "Suggestion_state_createdAt_idx" ON "Suggestion"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Suggestion_enterpriseId_state_idx" ON "Suggestion"("enterpriseId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "SuggestionChange_suggestionId_field_key" ON "SuggestionChange"("suggestionId", "field");

-- CreateIndex
CREATE UNIQUE INDEX "SuggestionLink_secretHash_key" ON "SuggestionLink"("secretHash");

-- CreateIndex
CREATE INDEX "SuggestionLink_suggestionId_idx" ON "SuggestionLink"("suggestionId");

-- CreateIndex
CREATE INDEX "ContentVersion_document_lang_state_idx" ON "ContentVersion"("document", "lang", "state");

-- CreateIndex
CREATE INDEX "ReasonVersion_code_id_idx" ON "ReasonVersion"("code", "id");

-- CreateIndex
CREATE INDEX "TermVersion_termId_id_idx" ON "TermVersion"("termId", "id");
