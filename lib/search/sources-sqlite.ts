/** SQL that reads from the tables what the index is made of. Each row is one JSON text, whoever runs the query. */

/** Ids of all public records, ascending. */
export const SELECT_PUBLIC_IDS = `SELECT id FROM Enterprise WHERE publication = 'published' ORDER BY id`;

/** `?` is a JSON list of ids; records that are not public are left out. Gives `SourceRecord`. */
export const SELECT_SOURCES = `
  SELECT json_object(
    'id', e.id, 'nameSr', e.nameSr, 'nameSrCyrl', e.nameSrCyrl, 'nameEn', e.nameEn, 'shortName', e.shortName,
    'otherNames', json((SELECT json_group_array(n.text) FROM EnterpriseName n WHERE n.enterpriseId = e.id)),
    'activitySr', e.activitySr, 'activityEn', e.activityEn, 'missionSr', e.missionSr, 'missionEn', e.missionEn,
    'descriptionSr', e.descriptionSr, 'descriptionEn', e.descriptionEn,
    'town', e.town, 'streetAddress', e.streetAddress, 'postalCode', e.postalCode,
    'municipalityId', e.municipalityId, 'municipality', m.nameSr,
    'districtCode', e.districtCode, 'districtSr', d.nameSr, 'districtEn', d.nameEn,
    'regionCode', r.code, 'regionSr', r.nameSr, 'regionEn', r.nameEn,
    'lat', e.lat, 'lng', e.lng, 'precision', e.precision,
    'legalFormId', e.legalFormId, 'legalStatusId', e.legalStatusId, 'basisId', e.basisId, 'sizeId', e.sizeId,
    'foundedYear', e.foundedYear, 'lastVerifiedOn', e.lastVerifiedOn,
    'createdAt', CASE typeof(e.createdAt) WHEN 'text'
      THEN CAST(round((julianday(e.createdAt) - 2440587.5) * 86400000) AS INTEGER) ELSE e.createdAt END,
    'terms', json((SELECT json_group_array(t.termId) FROM (
      SELECT termId FROM EnterpriseTerm WHERE enterpriseId = e.id ORDER BY position, termId) t)),
    'website', json(CASE WHEN EXISTS (SELECT 1 FROM Contact c WHERE c.enterpriseId = e.id AND c.kind = 'website')
      THEN 'true' ELSE 'false' END)
  ) AS source
  FROM json_each(?) wanted
  JOIN Enterprise e ON e.id = wanted.value
  LEFT JOIN Municipality m ON m.id = e.municipalityId
  LEFT JOIN District d ON d.code = e.districtCode
  LEFT JOIN Region r ON r.code = d.regionCode
  WHERE e.publication = 'published'`;

/** Gives `SourceTerm`: labels in both languages and synonyms. */
export const SELECT_TERMS = `
  SELECT json_object('id', t.id, 'parentId', t.parentId, 'mark', t.mark, 'labels',
    json((SELECT json_group_array(l.text) FROM (
      SELECT t.labelSr AS text UNION ALL SELECT t.labelEn UNION ALL
      SELECT s.text FROM TermSynonym s WHERE s.termId = t.id) l))) AS source
  FROM TaxonomyTerm t`;
