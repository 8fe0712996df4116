import type { CpuTimes } from "./cpu-times.ts";

/** What a run showed. */
export interface LoadReport {
  /** Calls before those that are measured; how many of them were sent away. */
  readonly warmUp: { readonly calls: number; readonly sentAway: number };
  readonly calls: number;
  /** Calls a second. */
  readonly wantedRate: number;
  readonly achievedRate: number;
  /** Calls that were told to come again later, before anything was begun for them. */
  readonly sentAway: number;
  readonly failedCalls: number;
  readonly retransmissions: number;
  /** Of the service and of SIP, when everything is over. */
  readonly legsLeftUp: number;
  /** INVITE of the caller to our 200, as the emulator sees it, milliseconds. */
  readonly answeredAfterMs: { readonly p50: number; readonly p95: number; readonly max: number };
  /** Of the emulator's process, mebibytes after garbage collection. */
  readonly heapMb: { readonly start: number; readonly end: number };
  readonly rssMb: { readonly start: number; readonly end: number };
  /** Of one core, by the emulator's process alone, per cent. */
  readonly cpuPercent: number;
  /** Processor time of a call by whom, milliseconds; absent where the system does not say. */
  readonly cpuMsPerCall?: CpuTimes;
}

export function reportText(report: LoadReport): string {
  const { warmUp, answeredAfterMs, heapMb, rssMb, cpuMsPerCall: cpu } = report;
  return [
    ...(warmUp.calls > 0 ? [`${warmUp.calls} calls to warm up, ${warmUp.sentAway} sent away`] : []),
    `${report.calls} calls, ${report.achievedRate} a second of ${report.wantedRate} wanted`,
    `sent away (503)     ${report.sentAway}`,
    `failed calls        ${report.failedCalls}`,
    `legs left up        ${report.legsLeftUp}`,
    `retransmissions     ${report.retransmissions}`,
    `INVITE to answer    ${answeredAfterMs.p50} ms median, ${answeredAfterMs.p95} ms 95 %, ${answeredAfterMs.max} ms at most`,
    `emulator's heap     ${heapMb.start} MB at the start, ${heapMb.end} MB at the end`,
    `emulator's memory   ${rssMb.start} MB at the start, ${rssMb.end} MB at the end`,
    `emulator's share    ${report.cpuPercent} % of one core`,
    ...(cpu ? [`CPU of a call       ${cpuText(cpu)}`] : []),
  ].join("\n");
}

function cpuText({ emulator, lambda, store, ended }: CpuTimes): string {
  const sum = (emulator + lambda + store + ended).toFixed(1);
  return `${sum} ms: emulator ${emulator}, Lambda ${lambda}, store ${store}, sipp ${ended}`;
}

/** The value below which this share of all lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
