// A Lambda's process: loads the built handler, answers the events that its parent sends.
const { handler } = await import("../dist/lambda/index.mjs");

process.on("message", async ({ id, event }) => {
  try {
    process.send({ id, answer: await handler(event, {}) });
  } catch (error) {
    process.send({ id, error: String(error) });
  }
});
process.send({ ready: true });
