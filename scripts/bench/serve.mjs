// Our server as `npm start` runs it in its last step, without the steps before: the benchmark brings its own
// database, and an application that is already built.
import { compileServer, deskPosts, serverCode } from '../setup/server-code.mjs';

await compileServer();
const { settings } = await serverCode('lib/env.ts');
const { startServer } = await serverCode('server/main.ts');
const server = await startServer(settings(), { dev: false, posts: deskPosts() });
process.on('SIGTERM', async () => {
  await server.stop();
  process.exit(0);
});
