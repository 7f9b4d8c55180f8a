// Loaded into a program that a script of ours starts (`node --import`). The channel to the script closes with the
// script's death, however it died; the program then ends as if it had been asked to, and leaves nothing behind.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  // Only listens; it must not keep the program alive.
  process.channel.unref()
}
