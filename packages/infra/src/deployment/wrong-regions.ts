interface Replica {
  readonly region: string;
  readonly keyArn: string;
}

interface Alarmed {
  readonly alarmTopicArn?: string | undefined;
}

interface Encryption {
  readonly keyArn: string;
  readonly formerKeyArns: readonly string[];
}

interface Table {
  readonly arn: string;
  readonly keyArn: string;
  readonly streamArn?: string | undefined;
}

/** Of a deployment document, what has to be in a Region. */
export interface Placed {
  readonly region: string;
  readonly table?: Table | undefined;
  readonly encryption?: Encryption | undefined;
  readonly callContext?:
    | (Alarmed & {
        readonly replicas: readonly Replica[];
        readonly restoredTable?: Table | undefined;
      })
    | undefined;
  readonly skill?:
    | (Alarmed & {
        readonly callStarter: {
          readonly type: string;
          readonly instanceArn?: string;
          readonly loginSecretArn?: string;
        };
      })
    | undefined;
  readonly sma?: Alarmed | undefined;
  readonly contextApi?:
    | (Alarmed & { readonly domain?: { readonly certificateArn: string } | undefined })
    | undefined;
  readonly connect?: (Alarmed & { readonly instanceArn: string }) | undefined;
  readonly callEvents?:
    | (Alarmed & {
        readonly connectInstanceArn?: string | undefined;
        readonly eventBusArn?: string | undefined;
        readonly webhook?: { readonly secretArn: string } | undefined;
      })
    | undefined;
}

export interface WrongRegion {
  /** Keys from the document's root. */
  readonly place: readonly string[];
  readonly problem: string;
}

const sections = ["callContext", "skill", "sma", "contextApi", "connect", "callEvents"] as const;

/** Skill calling exists in North America; these two Regions have SIP media applications. */
const ofSipMediaApplications = ["us-east-1", "us-west-2"];

/** The ways to start a call that a SIP media application takes part in. */
const bySipMediaApplication = ["skill-call", "callback"];

/** What only a deployment would find, or the first call: a thing of another Region than the stack that uses it. */
export function wrongRegions(deployment: Placed): readonly WrongRegion[] {
  const { region, callContext } = deployment;
  const elsewhere = [...ofOwnRegion(deployment)].flatMap(({ place, arn, what, why }) =>
    arn === undefined || regionOf(arn) === region
      ? []
      : [{ place, problem: `is ${what} of ${regionOf(arn)}; ${why} ${region}` }],
  );
  const replicas = (callContext?.replicas ?? []).flatMap((replica, index) => [
    ...wrongReplica(replica, { region, place: ["callContext", "replicas", `${index}`] }),
  ]);
  return [...withoutSipMediaApplications(deployment), ...elsewhere, ...replicas];
}

interface OfOwnRegion {
  readonly place: readonly string[];
  readonly arn: string | undefined;
  readonly what: string;
  readonly why: string;
}

function* ofOwnRegion(deployment: Placed): Iterable<OfOwnRegion> {
  const { table, callContext, skill, contextApi, connect, callEvents } = deployment;
  for (const section of sections) {
    yield {
      place: [section, "alarmTopicArn"],
      arn: deployment[section]?.alarmTopicArn,
      what: "a topic",
      why: "alarms tell topics of their own Region,",
    };
  }
  yield {
    place: ["contextApi", "domain", "certificateArn"],
    arn: contextApi?.domain?.certificateArn,
    what: "a certificate",
    why: "an HTTP API takes one of its own Region,",
  };
  yield* encryptionPlaces(deployment.encryption);
  yield* tablePlaces(["table"], table);
  yield* tablePlaces(["callContext", "restoredTable"], callContext?.restoredTable);
  const asked = "a Lambda asks services of its own Region,";
  const { instanceArn, loginSecretArn } = skill?.callStarter ?? {};
  for (const [place, arn, what] of [
    [["skill", "callStarter", "instanceArn"], instanceArn, "an instance"],
    [["skill", "callStarter", "loginSecretArn"], loginSecretArn, "a secret"],
    [["callEvents", "webhook", "secretArn"], callEvents?.webhook?.secretArn, "a secret"],
    [["callEvents", "eventBusArn"], callEvents?.eventBusArn, "an event bus"],
  ] as const) {
    yield { place, arn, what, why: asked };
  }
  yield {
    place: ["connect", "instanceArn"],
    arn: connect?.instanceArn,
    what: "an instance",
    why: "its Lambdas are there, and this is",
  };
  yield {
    place: ["callEvents", "connectInstanceArn"],
    arn: callEvents?.connectInstanceArn,
    what: "an instance",
    why: "its events come there, and this is",
  };
}

function* encryptionPlaces(encryption: Encryption | undefined): Iterable<OfOwnRegion> {
  const [what, why] = ["a key", "a Lambda asks for the multi-Region key's replica of its own,"];
  yield { place: ["encryption", "keyArn"], arn: encryption?.keyArn, what, why };
  for (const [index, arn] of (encryption?.formerKeyArns ?? []).entries()) {
    yield { place: ["encryption", "formerKeyArns", `${index}`], arn, what, why };
  }
}

function* tablePlaces(place: readonly string[], table: Table | undefined): Iterable<OfOwnRegion> {
  const why = "a Lambda asks for the replica of its own Region,";
  yield { place: [...place, "arn"], arn: table?.arn, what: "a table", why };
  yield { place: [...place, "keyArn"], arn: table?.keyArn, what: "a key", why };
  yield { place: [...place, "streamArn"], arn: table?.streamArn, what: "a stream", why };
}

function* withoutSipMediaApplications({ region, skill, sma }: Placed): Iterable<WrongRegion> {
  if (ofSipMediaApplications.includes(region)) return;
  const problem = `has no SIP media applications in ${region}; ${ofSipMediaApplications.join(" and ")} have`;
  if (sma) yield { place: ["sma"], problem };
  if (bySipMediaApplication.includes(skill?.callStarter.type ?? "")) {
    yield { place: ["skill", "callStarter"], problem };
  }
}

function* wrongReplica(
  replica: Replica,
  { region, place }: { readonly region: string; readonly place: readonly string[] },
): Iterable<WrongRegion> {
  if (replica.region === region) {
    yield { place: [...place, "region"], problem: `is the table's own Region, ${region}` };
  }
  if (regionOf(replica.keyArn) !== replica.region) {
    const problem = `is a key of ${regionOf(replica.keyArn)}; a replica takes one of its own Region, ${replica.region}`;
    yield { place: [...place, "keyArn"], problem };
  }
}

function regionOf(arn: string): string | undefined {
  return arn.split(":")[3];
}
