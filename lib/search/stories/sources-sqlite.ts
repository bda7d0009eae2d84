/** SQL that reads from the tables what the index of stories is made of. Each row is one JSON text. */

const PUBLIC = `s.publication = 'published'`;

export const SELECT_STORY_IDS = `SELECT s.id FROM Story s WHERE ${PUBLIC} ORDER BY s.id`;

/** `?` is a JSON list of ids of enterprises. */
export const SELECT_STORIES_NAMING = `SELECT s.id FROM json_each(?) named JOIN Story s ON s.enterpriseId = named.value
  WHERE ${PUBLIC}`;

const TEXT_COLUMNS = [
  'title',
  'summary',
  'problem',
  'whatWasDone',
  'results',
  'resources',
  'supportNote',
  'difficulties',
  'whatWouldHelp',
  'transfer',
];
const textObject = TEXT_COLUMNS.map((column) => `'${column}', t.${column}`).join(', ');

/** `?` is a JSON list of ids; stories that are not public are left out. Gives `StorySource`. */
export const SELECT_STORY_SOURCES = `
  SELECT json_object(
    'id', s.id, 'origin', s.origin, 'organisationName', s.organisationName,
    'enterpriseId', e.id, 'enterpriseNameSr', e.nameSr, 'enterpriseNameSrCyrl', e.nameSrCyrl, 'enterpriseNameEn', e.nameEn,
    'period', s.period, 'startMonth', s.startMonth, 'practiceOther', s.practiceOther, 'partners', json(s.partners),
    'place', s.place, 'municipality', m.nameSr,
    'districtCode', s.districtCode, 'districtSr', d.nameSr, 'districtEn', d.nameEn,
    'regionSr', r.nameSr, 'regionEn', r.nameEn, 'countryCode', s.countryCode,
    'lat', s.lat, 'lng', s.lng, 'precision', s.precision, 'confirmedOn', s.confirmedOn,
    'publishedAt', CASE typeof(s.publishedAt) WHEN 'text'
      THEN CAST(round((julianday(s.publishedAt) - 2440587.5) * 86400000) AS INTEGER) ELSE s.publishedAt END,
    'texts', json((SELECT json_group_array(json_object(${textObject})) FROM (
      SELECT * FROM StoryText WHERE storyId = s.id ORDER BY lang DESC) t)),
    'terms', json((SELECT json_group_array(t.termId) FROM (
      SELECT termId FROM StoryTerm WHERE storyId = s.id ORDER BY position, termId) t))
  ) AS source
  FROM json_each(?) wanted
  JOIN Story s ON s.id = wanted.value
  LEFT JOIN Enterprise e ON e.id = s.enterpriseId AND e.publication = 'published'
  LEFT JOIN Municipality m ON m.id = s.municipalityId
  LEFT JOIN District d ON d.code = s.districtCode
  LEFT JOIN Region r ON r.code = d.regionCode
  WHERE ${PUBLIC}`;
