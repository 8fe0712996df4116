import type { SipRequest } from "../message/message.ts";
import {
  formatNameAddress,
  type NameAddress,
  parseNameAddresses,
} from "../message/name-address.ts";
import { paramValue, withParam } from "../message/params.ts";
import type { Answer } from "../message/response-draft.ts";

/** Where a phone can be found, and for how long. */
export interface Binding {
  readonly contact: NameAddress;
  /** 0 where it is to be found there no more. */
  readonly expiresSeconds: number;
}

/** Where nothing, or no number, is asked for: RFC 3261 §10.2.1.1. */
const defaultSeconds = 3600;

/** The bindings that a REGISTER asks for: RFC 3261 §10.2.1; none where it asks what there is, or removes all (`*`). */
export function bindingsIn({ headers }: Pick<SipRequest, "headers">): readonly Binding[] {
  const contacts = headers.all("Contact").filter((value) => value !== "*");
  return parseNameAddresses(contacts, "Contact").map((contact) => ({
    contact,
    expiresSeconds: seconds(paramValue(contact.params, "expires") ?? headers.get("Expires")),
  }));
}

/** The answer that tells the bindings there are: RFC 3261 §10.3, step 8. */
export function registered(bindings: readonly Binding[]): Answer {
  const values = bindings.map(({ contact, expiresSeconds }) => {
    const params = withParam(contact.params, "expires", String(expiresSeconds));
    return formatNameAddress({ ...contact, params });
  });
  return { status: 200, headers: values.map((value) => ({ name: "Contact", value })) };
}

function seconds(text: string | undefined): number {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : defaultSeconds;
}
