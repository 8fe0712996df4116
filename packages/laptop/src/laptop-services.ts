import type { Clock, OpenParts } from "@skill-call/emulation";
import {
  createCallContextTable,
  type LocalDynamoDb,
  startLocalDynamoDb,
} from "@skill-call/local-dynamodb";
import {
  type Meetings,
  startMeetings,
  startVoiceApi,
  type VoiceApi,
} from "@skill-call/sma-emulator";
import { CallbackCalls } from "./answering/callback-calls.ts";
import { ClaimedContexts } from "./answering/claimed-contexts.ts";
import { accessKeyIds } from "./lambdas/lambda-environments.ts";
import {
  type OpenContactCentre,
  openContactCentre,
} from "./samples/contact-centre/open-contact-centre.ts";
import {
  type DestinationService,
  startDestinationService,
} from "./samples/destination-service/start-destination-service.ts";
import { awsRegion, tableName } from "./samples/sample-numbers.ts";
import type { LaptopTrace } from "./story/laptop-trace.ts";
import { partyOf, tableArrow } from "./story/table-arrow.ts";

export interface ServicesOptions {
  readonly clock: Clock;
  readonly trace: LaptopTrace;
  readonly timesSlower: number;
  /** Folder to keep the call contexts in; in memory without it. */
  readonly dataDir?: string;
}

/** Everything that the Lambdas talk to. */
export interface LaptopServices {
  readonly dynamoDb: LocalDynamoDb;
  readonly meetings: Meetings;
  readonly destinationService: DestinationService;
  readonly contactCentre: OpenContactCentre;
  /** The voice API, and the calls that were placed over it. */
  readonly voiceApi: VoiceApi;
  readonly callbacks: CallbackCalls;
  readonly claimed: ClaimedContexts;
  /** Another desk at the same table, whose contexts have expired by now. */
  readonly deskOfThePast: () => OpenContactCentre;
}

/** Longer than a context lives. */
const longAgoMs = 2 * 60 * 60_000;

export async function startServices(
  { clock, trace, timesSlower, dataDir }: ServicesOptions,
  parts: OpenParts,
): Promise<LaptopServices> {
  const claimed = new ClaimedContexts();
  const dynamoDb = parts.keep(
    await startLocalDynamoDb({
      clock: clock.now,
      ...(dataDir !== undefined && { path: dataDir }),
      onExchange: (exchange) => {
        claimed.see(exchange);
        const arrow = tableArrow(exchange);
        if (arrow) trace(arrow);
      },
    }),
  );
  await createCallContextTable(dynamoDb.endpoint, tableName);
  const meetings = parts.keep(await startMeetings({ clock, trace, partyOf: meetingsUser }));
  const destinationService = parts.keep(await startDestinationService({ clock, trace }));
  const callbacks = new CallbackCalls();
  const voiceApi = parts.keep(await startVoiceApi({ service: callbacks, trace }));
  const desk = {
    endpoint: dynamoDb.endpoint,
    region: awsRegion,
    accessKeyId: accessKeyIds.contactCentre,
    tableName,
    now: clock.now,
    timesSlower,
  };
  return {
    dynamoDb,
    meetings,
    destinationService,
    voiceApi,
    callbacks,
    claimed,
    contactCentre: parts.keep(openContactCentre(desk)),
    deskOfThePast: () =>
      parts.keep(openContactCentre({ ...desk, now: () => clock.now() - longAgoMs })),
  };
}

/** The client of the meetings API: the SMA handler, unless its key says otherwise. */
function meetingsUser(accessKeyId: string | undefined) {
  const party = partyOf(accessKeyId);
  return party === undefined || party === "connect-handler" ? "sma-handler" : party;
}
