/**
 * Loaded before the main file of every process that the supervisor keeps (`node --require`). When
 * the supervisor is gone, even by kill -9, the channel to it closes: the process is then asked to
 * end as by a person, and ends in any case after ten seconds.
 */
const longestDrainMs = 10_000;

process.on('disconnect', () => {
  setTimeout(() => process.exit(1), longestDrainMs).unref();
  process.kill(process.pid, 'SIGTERM');
});
// A listener keeps the channel, and with it the process, alive: a tool must be able to finish.
process.channel?.unref();
