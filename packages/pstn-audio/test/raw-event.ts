// Events as the service sends them, for tests that change one thing.

type Fields = Readonly<Record<string, unknown>>;

/** A caller's leg; a field given as undefined is left out. */
export function rawLeg(fields: Fields = {}): Fields {
  return without({
    CallId: "call-a",
    ParticipantTag: "LEG-A",
    To: "+16075550100",
    From: "+12045550111",
    Direction: "Inbound",
    StartTimeInMilliseconds: "1666234046768",
    ...fields,
  });
}

/** The bridged leg. */
export function rawLegB(fields: Fields = {}): Fields {
  return rawLeg({ CallId: "call-b", ParticipantTag: "LEG-B", Direction: "Outbound", ...fields });
}

interface Parts {
  readonly event?: Fields;
  readonly call?: Fields;
  readonly legs?: readonly unknown[];
}

/** An event of one call; `event` and `call` change fields of it and of its CallDetails. */
export function rawEvent({ event = {}, call = {}, legs = [rawLeg()] }: Parts = {}): Fields {
  const CallDetails = without({
    TransactionId: "transaction-1",
    AwsAccountId: "111122223333",
    AwsRegion: "us-east-1",
    SipMediaApplicationId: "sma-1",
    Participants: legs,
    ...call,
  });
  return without({
    SchemaVersion: "1.0",
    Sequence: 1,
    InvocationEventType: "NEW_INBOUND_CALL",
    CallDetails,
    ...event,
  });
}

function without(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
