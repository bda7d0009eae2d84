-- AlterTable
ALTER TABLE "Enterprise" ADD COLUMN "mergedIntoId" INTEGER;
ALTER TABLE "Enterprise" ADD COLUMN "operatingStateOn" TEXT;
ALTER TABLE "Enterprise" ADD COLUMN "successorId" INTEGER;

-- AlterTable
ALTER TABLE "RecordChange" ADD COLUMN "details" TEXT;
ALTER TABLE "RecordChange" ADD COLUMN "note" TEXT;

-- CreateTable
CREATE TABLE "RecordDraft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "staffId" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "typed" TEXT NOT NULL,
    "fault" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "LinkCheck" (
    "url" TEXT NOT NULL PRIMARY KEY,
    "checkedAt" DATETIME NOT NULL,
    "outcome" TEXT NOT NULL,
    "httpStatus" INTEGER,
    "movedTo" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failingSince" DATETIME
);

-- CreateTable
CREATE TABLE "OwnerCheck" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "enterpriseId" INTEGER NOT NULL,
    "secretHash" TEXT NOT NULL,
    "sentBy" TEXT NOT NULL,
    "sentAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME
);

-- CreateTable
CREATE TABLE "ImportJob" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "staffId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL,
    "mapping" TEXT NOT NULL DEFAULT '[]',
    "columns" TEXT NOT NULL DEFAULT '[]',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "aliveAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "report" TEXT,
    "fault" TEXT,
    "rejected" TEXT,
    "runId" INTEGER
);

-- CreateTable
CREATE TABLE "ImportJobRow" (
    "jobId" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "remarks" TEXT NOT NULL DEFAULT '[]',
    "decision" TEXT,

    PRIMARY KEY ("jobId", "row"),
    CONSTRAINT "ImportJobRow_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "ImportJob" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "RecordDraft_createdAt_idx" ON "RecordDraft"("createdAt");

-- CreateIndex
CREATE INDEX "LinkCheck_checkedAt_idx" ON "LinkCheck"("checkedAt");

-- CreateIndex
CREATE UNIQUE INDEX "OwnerCheck_secretHash_key" ON "OwnerCheck"("secretHash");

-- CreateIndex
CREATE INDEX "OwnerCheck_enterpriseId_sentAt_idx" ON "OwnerCheck"("enterpriseId", "sentAt");

-- CreateIndex
CREATE INDEX "ImportJob_createdAt_idx" ON "ImportJob"("createdAt");

-- CreateIndex
CREATE INDEX "ImportJobRow_jobId_verdict_row_idx" ON "ImportJobRow"("jobId", "verdict", "row");
