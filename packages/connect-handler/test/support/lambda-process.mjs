// Runs a built Lambda as AWS does: a process of its own that is handed events. Started with fork().
const { handler } = await import(process.argv[2]);

process.on("message", async ({ event }) => {
  process.send(await handler(event, { getRemainingTimeInMillis: () => 5_000 }));
});

process.send({ ready: true });
