// Runs a built Lambda once, in a process of its own: the file, and the event as JSON; prints its answer.
const { handler } = await import(process.argv[2]);
process.stdout.write(`\n${JSON.stringify(await handler(JSON.parse(process.argv[3]), {}))}`);
