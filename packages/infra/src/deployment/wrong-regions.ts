interface Replica {
  readonly region: string;
  readonly keyArn: string;
}

interface Alarmed {
  readonly alarmTopicArn?: string | undefined;
}

/** Of a deployment document, what has to be in a Region. */
export interface Placed {
  readonly region: string;
  readonly callContext?: (Alarmed & { readonly replicas: readonly Replica[] }) | undefined;
  readonly skill?: Alarmed | undefined;
  readonly sma?: Alarmed | undefined;
  readonly contextApi?:
    | (Alarmed & { readonly domain?: { readonly certificateArn: string } | undefined })
    | undefined;
}

export interface WrongRegion {
  /** Keys from the document's root. */
  readonly place: readonly string[];
  readonly problem: string;
}

const sections = ["callContext", "skill", "sma", "contextApi"] as const;

/** What CloudFormation would only find once it deploys: a topic, a certificate or a key of another Region. */
export function wrongRegions(deployment: Placed): readonly WrongRegion[] {
  const { region, callContext, contextApi } = deployment;
  const found: WrongRegion[] = [];
  for (const section of sections) {
    const arn = deployment[section]?.alarmTopicArn;
    if (arn === undefined || regionOf(arn) === region) continue;
    const problem = `is a topic of ${regionOf(arn)}; alarms tell topics of their own Region, ${region}`;
    found.push({ place: [section, "alarmTopicArn"], problem });
  }
  const certificate = contextApi?.domain?.certificateArn;
  if (certificate !== undefined && regionOf(certificate) !== region) {
    const problem = `is a certificate of ${regionOf(certificate)}; an HTTP API takes one of its own Region, ${region}`;
    found.push({ place: ["contextApi", "domain", "certificateArn"], problem });
  }
  for (const [index, replica] of (callContext?.replicas ?? []).entries()) {
    found.push(
      ...wrongReplica(replica, { region, place: ["callContext", "replicas", `${index}`] }),
    );
  }
  return found;
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
