-- AlterTable
ALTER TABLE "StaffUser" ADD COLUMN "themes" TEXT NOT NULL DEFAULT '';

-- Volunteers of before saw every story, and do so until somebody gives them themes.
UPDATE "StaffUser" SET "themes" = '*' WHERE "role" = 'volunteer';

-- CreateTable
CREATE TABLE "DutyWeek" (
    "week" TEXT NOT NULL PRIMARY KEY,
    "onDutyId" TEXT,
    "deputyId" TEXT,
    "setBy" TEXT NOT NULL,
    "setAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);
