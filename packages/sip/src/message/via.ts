import { SipParseError } from "../errors.ts";
import { formatParams, type Param, paramValue, takeHeaderParams, withParam } from "./params.ts";
import { portOf } from "./port.ts";
import { readItems, type Scanner } from "./scanner.ts";

/** One hop that a request has passed: RFC 3261 §20.42. */
export interface Via {
  /** Upper case. */
  readonly transport: string;
  readonly host: string;
  readonly port?: number | undefined;
  readonly params: readonly Param[];
}

const sentBy =
  /[ \t]*SIP[ \t]*\/[ \t]*2\.0[ \t]*\/[ \t]*([-.!%*_+`'~\w]+)[ \t]+(\[[\da-f:.]+\]|[\w](?:[\w.-]*[\w.])?)(?:[ \t]*:[ \t]*(\d{1,5}))?/iy;

/** Every hop, the latest first. @throws {SipParseError} */
export function parseVias(values: readonly string[]): Via[] {
  return readItems(values, "Via", takeVia);
}

function takeVia(scanner: Scanner): Via {
  const found = scanner.take(sentBy);
  const port = portOf(found[3]);
  if (port === "none") throw new SipParseError("Via", "names no port");
  return {
    transport: (found[1] ?? "").toUpperCase(),
    host: found[2] ?? "",
    port,
    params: takeHeaderParams(scanner),
  };
}

export function formatVia({ transport, host, port, params }: Via): string {
  const colonPort = port === undefined ? "" : `:${port}`;
  return `SIP/2.0/${transport} ${host}${colonPort}${formatParams(params)}`;
}

/** Notes where a request really came from, so that its answer finds the way back: RFC 3261 §18.2.1, RFC 3581 §4. */
export function stampVia(via: Via, source: { address: string; port: number }): Via {
  const wantsPort = paramValue(via.params, "rport") !== undefined;
  if (!wantsPort && via.host.replaceAll(/[[\]]/g, "") === source.address) return via;
  const received = withParam(via.params, "received", source.address);
  return {
    ...via,
    params: wantsPort ? withParam(received, "rport", String(source.port)) : received,
  };
}

/** The branch, where it is one that RFC 3261 §8.1.1.7 promises to be unique. */
export function uniqueBranch(via: Via): string | undefined {
  const branch = paramValue(via.params, "branch");
  return branch && /^z9hG4bK./i.test(branch) ? branch : undefined;
}
