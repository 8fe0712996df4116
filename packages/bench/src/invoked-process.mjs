// Loads a built Lambda and invokes it as often as its parent says; tells how long each took, in milliseconds.
const started = performance.now();
const { handler } = await import(process.argv[2]);
process.send({ loadMs: performance.now() - started });

process.on("message", async (event) => {
  const from = performance.now();
  const answer = await handler(event, { getRemainingTimeInMillis: () => 5_000 });
  process.send({ ms: performance.now() - from, answer });
});
