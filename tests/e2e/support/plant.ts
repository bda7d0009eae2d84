import { closeDb, db } from '@/lib/db';
import { plantContacts } from '@/tests/support/planted-contacts';

// Plants contacts in the database of DATA_DIR by the real commands, and prints what was planted as JSON.
const planted = await plantContacts(db(), new Date());
await closeDb();
console.log(JSON.stringify(planted));
