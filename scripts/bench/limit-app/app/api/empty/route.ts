export const dynamic = 'force-dynamic';

const cards = Array.from({ length: 20 }, (_, id) => ({ id, slug: `record-${id}`, name: `Record ${id}` }));

export function GET() {
  return Response.json(cards);
}
