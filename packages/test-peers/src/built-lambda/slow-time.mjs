// Makes time pass more slowly for a Lambda, before it is loaded, `?times=10`: it gives a request some part of a second,
// and on a busy machine each takes longer.
const times = Number(new URL(import.meta.url).searchParams.get("times"));

const { setTimeout: after } = globalThis;
const now = performance.now.bind(performance);
const timeout = AbortSignal.timeout.bind(AbortSignal);

globalThis.setTimeout = Object.assign(
  (task, ms, ...rest) => after(task, ms * times, ...rest),
  after,
);
performance.now = () => now() / times;
AbortSignal.timeout = (ms) => timeout(ms * times);
