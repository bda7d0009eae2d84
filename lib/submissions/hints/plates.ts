import { type Span, spansOf } from './level';

/** Registration areas of Serbia; Đ, Č, Ć, Š, Ž are also written without their mark. */
const AREAS =
  'AL|AR|AC|BB|BG|BO|BP|BT|BU|B[ČC]|B[ĆC]|VA|VB|VL|VP|VR|VS|V[ŠS]|GL|GM|GR|DE|[ĐD]A|DJ|DK|E[ĆC]|ZA|ZR|ZE|IN|IC|JA|KA|KG|KV|KI|KL|KM|KO|KC|K[ŠS]|KU|LB|LE|LO|LU|MI|MT|MO|NI|NV|NG|NP|NS|PA|PB|PE|PZ|PI|PK|PN|PO|PP|PR|P[ŽZ]|PT|RA|RU|SA|SV|SD|SJ|SM|SO|SP|SR|ST|SU|SC|TI|TO|TS|TT|TE|UB|UE|UR|UZ|[ĆC]U|[ČC]A|[ŠS]A|[ŠS]I|[ŠS]T|[ŽZ]A|[ŽZ]I';
const CYRILLIC_AREAS =
  'АЛ|АР|АЦ|ББ|БГ|БО|БП|БТ|БУ|БЧ|БЋ|ВА|ВБ|ВЛ|ВП|ВР|ВС|ВШ|ГЛ|ГМ|ГР|ДЕ|ЂА|ДЈ|ДК|ЕЋ|ЗА|ЗР|ЗЕ|ИН|ИЦ|ЈА|КА|КГ|КВ|КИ|КЛ|КМ|КО|КЦ|КШ|КУ|ЛБ|ЛЕ|ЛО|ЛУ|МИ|МТ|МО|НИ|НВ|НГ|НП|НС|ПА|ПБ|ПЕ|ПЗ|ПИ|ПК|ПН|ПО|ПП|ПР|ПЖ|ПТ|РА|РУ|СА|СВ|СД|СЈ|СМ|СО|СП|СР|СТ|СУ|СЦ|ТИ|ТО|ТС|ТТ|ТЕ|УБ|УЕ|УР|УЗ|ЋУ|ЧА|ША|ШИ|ШТ|ЖА|ЖИ';

const END = '[A-ZČĆŽŠĐАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ]{2}';
const NEW = String.raw`(?:${AREAS}|${CYRILLIC_AREAS})[ .*-]{0,3}\d{3,5}[ -]{0,3}${END}`;
/** Until 2011: BG 123-456. */
const OLD = String.raw`(?:${AREAS}|${CYRILLIC_AREAS})[ -]?\d{3}-\d{2,3}`;
const EDGE = String.raw`[\p{L}\d]`;

const PLATE = new RegExp(`(?<!${EDGE})(?:${NEW}|${OLD})(?!${EDGE}|-\\d)`, 'gu');
const SMALL_PLATE = new RegExp(
  `(?<!${EDGE})(?:${`${AREAS}|${CYRILLIC_AREAS}`.toLowerCase()})[ -]?\\d{3,4}-${END.toLowerCase()}(?!${EDGE})`,
  'gu',
);

/** Licence plates of Serbia: BG 123-AB, БГ-1234-АБ. */
export function findPlates(text: string): Span[] {
  return [...spansOf(text, PLATE), ...spansOf(text, SMALL_PLATE)];
}
