-- CreateTable
CREATE TABLE "Taxonomy" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "nameSr" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "TaxonomyTerm" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "taxonomyCode" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "parentId" TEXT,
    "labelSr" TEXT NOT NULL,
    "labelEn" TEXT NOT NULL,
    "noteSr" TEXT,
    "noteEn" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "mark" TEXT,
    CONSTRAINT "TaxonomyTerm_taxonomyCode_fkey" FOREIGN KEY ("taxonomyCode") REFERENCES "Taxonomy" ("code") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TaxonomyTerm_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "TaxonomyTerm" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TermSynonym" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "termId" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "TermSynonym_termId_fkey" FOREIGN KEY ("termId") REFERENCES "TaxonomyTerm" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TermLink" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "termId" TEXT NOT NULL,
    "scheme" TEXT NOT NULL,
    "uri" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    CONSTRAINT "TermLink_termId_fkey" FOREIGN KEY ("termId") REFERENCES "TaxonomyTerm" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Region" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "nameSr" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "District" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "nameSr" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    CONSTRAINT "District_regionCode_fkey" FOREIGN KEY ("regionCode") REFERENCES "Region" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Municipality" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT,
    "nameSr" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "districtCode" TEXT NOT NULL,
    "lat" REAL NOT NULL,
    "lng" REAL NOT NULL,
    CONSTRAINT "Municipality_districtCode_fkey" FOREIGN KEY ("districtCode") REFERENCES "District" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Settlement" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "nameSr" TEXT NOT NULL,
    "municipalityId" TEXT NOT NULL,
    "districtCode" TEXT NOT NULL,
    "lat" REAL NOT NULL,
    "lng" REAL NOT NULL,
    "population" INTEGER,
    CONSTRAINT "Settlement_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Municipality" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Settlement_districtCode_fkey" FOREIGN KEY ("districtCode") REFERENCES "District" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Enterprise" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "nameSr" TEXT NOT NULL,
    "nameSrCyrl" TEXT,
    "nameEn" TEXT,
    "shortName" TEXT,
    "registrationNumber" TEXT,
    "taxId" TEXT,
    "legalFormId" TEXT,
    "legalStatusId" TEXT,
    "legalStatusFrom" TEXT,
    "legalStatusTo" TEXT,
    "coalitionCriteriaId" TEXT,
    "basisId" TEXT NOT NULL,
    "sizeId" TEXT,
    "sizeYear" INTEGER,
    "operatingStateId" TEXT,
    "foundedYear" INTEGER,
    "activitySr" TEXT,
    "activityEn" TEXT,
    "missionSr" TEXT,
    "missionEn" TEXT,
    "descriptionSr" TEXT,
    "descriptionEn" TEXT,
    "town" TEXT,
    "municipalityId" TEXT,
    "districtCode" TEXT,
    "streetAddress" TEXT,
    "postalCode" TEXT,
    "lat" REAL,
    "lng" REAL,
    "precision" TEXT,
    "lastVerifiedOn" TEXT,
    "lastVerifiedBy" TEXT,
    "lastVerifiedMethod" TEXT,
    "note" TEXT,
    "publication" TEXT NOT NULL DEFAULT 'published',
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Enterprise_legalFormId_fkey" FOREIGN KEY ("legalFormId") REFERENCES "TaxonomyTerm" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Enterprise_legalStatusId_fkey" FOREIGN KEY ("legalStatusId") REFERENCES "TaxonomyTerm" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Enterprise_coalitionCriteriaId_fkey" FOREIGN KEY ("coalitionCriteriaId") REFERENCES "TaxonomyTerm" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Enterprise_basisId_fkey" FOREIGN KEY ("basisId") REFERENCES "TaxonomyTerm" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Enterprise_sizeId_fkey" FOREIGN KEY ("sizeId") REFERENCES "TaxonomyTerm" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Enterprise_operatingStateId_fkey" FOREIGN KEY ("operatingStateId") REFERENCES "TaxonomyTerm" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Enterprise_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Municipality" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Enterprise_districtCode_fkey" FOREIGN KEY ("districtCode") REFERENCES "District" ("code") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EnterpriseName" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "enterpriseId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "EnterpriseName_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EnterpriseTerm" (
    "enterpriseId" INTEGER NOT NULL,
    "termId" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("enterpriseId", "termId"),
    CONSTRAINT "EnterpriseTerm_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "EnterpriseTerm_termId_fkey" FOREIGN KEY ("termId") REFERENCES "TaxonomyTerm" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "enterpriseId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "personal" BOOLEAN NOT NULL DEFAULT false,
    "consentOn" TEXT,
    CONSTRAINT "Contact_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Source" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "url" TEXT,
    "title" TEXT NOT NULL,
    "publisher" TEXT,
    "licence" TEXT,
    "retrievedOn" TEXT
);

-- CreateTable
CREATE TABLE "FactSource" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "enterpriseId" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "sourceId" INTEGER NOT NULL,
    "value" TEXT,
    "note" TEXT,
    CONSTRAINT "FactSource_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "FactSource_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SlugAlias" (
    "slug" TEXT NOT NULL PRIMARY KEY,
    "enterpriseId" INTEGER NOT NULL,
    CONSTRAINT "SlugAlias_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "startedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" DATETIME,
    "fileName" TEXT NOT NULL,
    "fileSha256" TEXT NOT NULL,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "duplicates" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "undoneAt" DATETIME
);

-- CreateTable
CREATE TABLE "RecordChange" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "enterpriseId" INTEGER NOT NULL,
    "runId" INTEGER,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    CONSTRAINT "RecordChange_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ImportRun" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Meta" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "TaxonomyTerm_parentId_idx" ON "TaxonomyTerm"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "TaxonomyTerm_taxonomyCode_code_key" ON "TaxonomyTerm"("taxonomyCode", "code");

-- CreateIndex
CREATE UNIQUE INDEX "TermSynonym_termId_lang_text_key" ON "TermSynonym"("termId", "lang", "text");

-- CreateIndex
CREATE UNIQUE INDEX "TermLink_termId_uri_key" ON "TermLink"("termId", "uri");

-- CreateIndex
CREATE UNIQUE INDEX "Municipality_code_key" ON "Municipality"("code");

-- CreateIndex
CREATE INDEX "Municipality_districtCode_idx" ON "Municipality"("districtCode");

-- CreateIndex
CREATE INDEX "Settlement_municipalityId_idx" ON "Settlement"("municipalityId");

-- CreateIndex
CREATE UNIQUE INDEX "Enterprise_slug_key" ON "Enterprise"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Enterprise_registrationNumber_key" ON "Enterprise"("registrationNumber");

-- CreateIndex
CREATE UNIQUE INDEX "Enterprise_taxId_key" ON "Enterprise"("taxId");

-- CreateIndex
CREATE INDEX "Enterprise_districtCode_idx" ON "Enterprise"("districtCode");

-- CreateIndex
CREATE INDEX "Enterprise_municipalityId_idx" ON "Enterprise"("municipalityId");

-- CreateIndex
CREATE INDEX "Enterprise_lat_lng_idx" ON "Enterprise"("lat", "lng");

-- CreateIndex
CREATE INDEX "Enterprise_createdAt_idx" ON "Enterprise"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "EnterpriseName_enterpriseId_text_key" ON "EnterpriseName"("enterpriseId", "text");

-- CreateIndex
CREATE INDEX "EnterpriseTerm_termId_enterpriseId_idx" ON "EnterpriseTerm"("termId", "enterpriseId");

-- CreateIndex
CREATE UNIQUE INDEX "Contact_enterpriseId_kind_value_key" ON "Contact"("enterpriseId", "kind", "value");

-- CreateIndex
CREATE UNIQUE INDEX "Source_url_title_key" ON "Source"("url", "title");

-- CreateIndex
CREATE INDEX "FactSource_sourceId_idx" ON "FactSource"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "FactSource_enterpriseId_field_sourceId_key" ON "FactSource"("enterpriseId", "field", "sourceId");

-- CreateIndex
CREATE INDEX "RecordChange_enterpriseId_idx" ON "RecordChange"("enterpriseId");

-- CreateIndex
CREATE INDEX "RecordChange_runId_idx" ON "RecordChange"("runId");
