-- AlterTable
ALTER TABLE "SuggestionChange" ADD COLUMN "taken" TEXT;
