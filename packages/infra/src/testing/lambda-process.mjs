// Runs a built Lambda as AWS does: a process of its own that is handed events. Started with fork().
const { handler } = await import(process.argv[2]);

process.on("message", async ({ id, event, remainingMs }) => {
  try {
    process.send({
      id,
      answer: await handler(event, { getRemainingTimeInMillis: () => remainingMs }),
    });
  } catch (error) {
    process.send({ id, error: { name: error.name, message: error.message } });
  }
});

process.send({ ready: true });
