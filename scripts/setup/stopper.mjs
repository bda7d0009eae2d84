const LOOK_MS = 1_000;

/**
 * Ends this process when it is told to: by SIGINT or SIGTERM, or because npm, which started it, is gone. npm hands a
 * SIGTERM to its shell, which dies of it without telling us; a server that nobody can stop would hold the port.
 */
export function createStopper() {
  /** @type {() => Promise<void>} */
  let finish = async () => {};
  let stopping = false;

  const stop = async () => {
    // The second one means it.
    if (stopping) process.exit(1);
    stopping = true;
    console.log('Stopping: finishing the answers under way …');
    await finish();
    console.log('Stopped.');
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      stop();
    }, LOOK_MS);
    watch.unref();
  }

  return {
    /**
     * Says what is to be done before the end.
     * @param {() => Promise<void>} work
     */
    finishWith(work) {
      finish = work;
    },
  };
}
