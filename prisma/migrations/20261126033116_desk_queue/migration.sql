-- AlterTable
ALTER TABLE "Submission" ADD COLUMN "publishOn" TEXT;

-- CreateTable
CREATE TABLE "QueueItem" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "source" TEXT NOT NULL,
    "objectId" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "organisation" TEXT,
    "place" TEXT,
    "districtCode" TEXT,
    "locale" TEXT NOT NULL,
    "practiceTypes" TEXT NOT NULL DEFAULT '|',
    "searchText" TEXT NOT NULL,
    "spamScore" INTEGER NOT NULL DEFAULT 0,
    "since" DATETIME NOT NULL,
    "dueOn" TEXT NOT NULL,
    "redOn" TEXT,
    "holderId" TEXT,
    "assigneeId" TEXT,
    "ownerId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "StoryClaim" (
    "submissionId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "staffId" TEXT NOT NULL,
    "claimedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" DATETIME NOT NULL,
    "editingUntil" DATETIME
);

-- CreateTable
CREATE TABLE "StoryAssignment" (
    "submissionId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "staffId" TEXT NOT NULL,
    "assignedBy" TEXT NOT NULL,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "StoryViewer" (
    "submissionId" INTEGER NOT NULL,
    "staffId" TEXT NOT NULL,
    "seenAt" DATETIME NOT NULL,

    PRIMARY KEY ("submissionId", "staffId")
);

-- CreateTable
CREATE TABLE "QueueFilter" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "BulkAct" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "action" TEXT NOT NULL,
    "staffId" TEXT NOT NULL,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" TEXT NOT NULL,
    "undoneAt" DATETIME
);

-- CreateIndex
CREATE INDEX "QueueItem_dueOn_since_id_idx" ON "QueueItem"("dueOn", "since", "id");

-- CreateIndex
CREATE INDEX "QueueItem_ownerId_dueOn_since_id_idx" ON "QueueItem"("ownerId", "dueOn", "since", "id");

-- CreateIndex
CREATE UNIQUE INDEX "QueueItem_source_objectId_key" ON "QueueItem"("source", "objectId");

-- CreateIndex
CREATE INDEX "StoryClaim_expiresAt_idx" ON "StoryClaim"("expiresAt");

-- CreateIndex
CREATE INDEX "StoryClaim_staffId_idx" ON "StoryClaim"("staffId");

-- CreateIndex
CREATE INDEX "StoryAssignment_staffId_idx" ON "StoryAssignment"("staffId");

-- CreateIndex
CREATE INDEX "StoryViewer_seenAt_idx" ON "StoryViewer"("seenAt");

-- CreateIndex
CREATE UNIQUE INDEX "QueueFilter_name_key" ON "QueueFilter"("name");

-- CreateIndex
CREATE INDEX "BulkAct_staffId_at_idx" ON "BulkAct"("staffId", "at");
