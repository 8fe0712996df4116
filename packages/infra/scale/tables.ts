import { markdownTable } from "@skill-call/terminal";
import { callMinutes, callProfile, rates } from "./call-profile.ts";
import { costOfACall, total, tracesASecond } from "./cost-of-a-call.ts";
import { callsAtOnce, firstLimit, lastsUntil, loadAt, usedOf } from "./load.ts";
import { prices } from "./prices.ts";
import { type QuotaName, quotas } from "./quotas.ts";

const secondsPerMonth = 30 * 24 * 3600;
const quotaNames = Object.keys(quotas) as QuotaName[];

/** Every table of docs/scale.md, by the name that it has there. */
export const tables: Readonly<Record<string, () => string>> = {
  requests: requestsTable,
  prices: pricesTable,
  cost: costTable,
  bill: billTable,
  quotas: quotasTable,
  load: loadTable,
  telephony: telephonyTable,
};

function requestsTable(): string {
  const rows = Object.entries(callProfile).map(([name, lambda]) => [
    name,
    `${lambda.invocations}`,
    `${lambda.writes}`,
    `${lambda.reads}`,
    `${lambda.logLines}`,
    `${lambda.metricLines}`,
    `${lambda.milliseconds}`,
  ]);
  const counted = ["invocations", "writes", "reads", "log lines", "metric lines"];
  return markdownTable(["of one call", ...counted, "ms each"], rows);
}

function pricesTable(): string {
  const rows = Object.values(prices).map(({ what, dollars, unit, source, date }) => [
    what,
    `$${plain(dollars)} a ${unit}`,
    source,
    date,
  ]);
  return markdownTable(["price", "us-east-1", "source", "read"], rows);
}

function costTable(): string {
  const lines = costOfACall();
  const rows = lines.map(({ what, amount, dollars }) => [what, amount, micro(dollars)]);
  return markdownTable(
    ["one call", "amount", "millionths of a dollar"],
    [...rows, ["**together**", "", `**${micro(total(lines))}**`]],
  );
}

function billTable(): string {
  const each = total(costOfACall());
  const rows = rates.map((rate) => {
    const calls = rate * secondsPerMonth;
    const traces = tracesASecond(rate) * secondsPerMonth * prices.trace.dollars;
    const dollars = [each * calls, traces, each * calls + traces].map((sum) => `$${count(sum)}`);
    return [count(rate), count(calls), ...dollars, count(calls * callMinutes)];
  });
  const costs = ["calls", "X-Ray's traces", "AWS but telephony"];
  return markdownTable(
    ["calls a second, day and night", "calls in 30 days", ...costs, "call minutes"],
    rows,
  );
}

function quotasTable(): string {
  const rows = quotaNames.map((name) => [
    quotas[name].what,
    count(quotas[name].limit),
    `${count(Math.floor(lastsUntil(name)))} calls/s`,
    quotas[name].source,
  ]);
  return markdownTable(["quota", "default", "lasts until", "source"], rows);
}

function loadTable(): string {
  const header = ["calls a second", ...quotaNames.map((name) => quotas[name].what), "first limit"];
  const rows = rates.map((rate) => {
    const load = loadAt(rate);
    const first = firstLimit(rate);
    return [
      count(rate),
      ...quotaNames.map((name) => `${count(load[name])} (${percent(usedOf(name, rate))})`),
      first === undefined ? "none of these" : quotas[first].what,
    ];
  });
  return markdownTable(header, rows);
}

function telephonyTable(): string {
  const rows = rates.map((rate) => [
    count(rate),
    count(callsAtOnce(rate)),
    count(2 * callsAtOnce(rate)),
    count(rate * callProfile.smaHandler.invocations),
  ]);
  return markdownTable(
    ["calls a second", "calls at once", "legs at once", "SMA invocations a second"],
    rows,
  );
}

function count(value: number): string {
  const digits = value < 10 ? 2 : 0;
  return value.toLocaleString("en-US", { maximumFractionDigits: digits });
}

function plain(dollars: number): string {
  return dollars
    .toFixed(10)
    .replace(/(?<!0)0+$/, "")
    .replace(/\.$/, "");
}

function micro(dollars: number): string {
  return (dollars * 1e6).toFixed(2);
}

function percent(share: number): string {
  return share.toLocaleString("en-US", { style: "percent", maximumFractionDigits: 1 });
}
