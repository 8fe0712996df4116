// Runs a built Lambda as AWS does: a process of its own that is handed events. Started with fork().
// An error that nobody catches is printed with its line of the bundle, which is longer than a pipe holds.
const { handler } = await import(process.argv[2]).catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});

process.on("message", async ({ id, event, remainingMs }) => {
  const context = { getRemainingTimeInMillis: () => remainingMs };
  try {
    process.send({ id, answer: await handler(event, context) });
  } catch (error) {
    process.send({ id, error: { name: error.name, message: error.message } });
  }
});

process.send({ ready: true });
