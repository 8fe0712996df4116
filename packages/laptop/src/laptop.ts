import type { Alexa } from "@skill-call/alexa-emulator";
import type { OfferedField } from "@skill-call/call-console";
import type { Clock, Faults } from "@skill-call/emulation";
import type { LambdaLogLine } from "@skill-call/lambda-runner";
import type { Faults as DynamoDbFaults } from "@skill-call/local-dynamodb";
import type {
  DeliveryFaults,
  MeetingsFaults,
  PstnAudio,
  VoiceApiFaults,
} from "@skill-call/sma-emulator";
import type { Answered, CalleeFault, CalleeKind } from "./answering/callees.ts";
import type { PlacedCall } from "./calls/run-call.ts";
import type { OpenConnect } from "./connect/open-connect.ts";
import type { LambdaFault } from "./lambdas/faulty-lambda.ts";
import type { AwsEndpoints } from "./lambdas/lambda-environments.ts";
import type { DeviceOwner } from "./open-alexa.ts";
import type { ContactCentre } from "./samples/contact-centre/contact-centre.ts";
import type { DestinationFaults } from "./samples/destination-service/destination-faults.ts";
import type { LaptopTraceEvent } from "./story/laptop-trace.ts";
import type { Occurrences } from "./story/occurrences.ts";

/** What can be made to fail, part by part. */
export interface LaptopFaults {
  readonly dynamoDb: DynamoDbFaults;
  readonly meetings: MeetingsFaults;
  readonly destinationService: DestinationFaults;
  /** Events on their way to the SMA handler. */
  readonly delivery: DeliveryFaults;
  readonly skill: Faults<LambdaFault>;
  readonly smaHandler: Faults<LambdaFault>;
  readonly voiceApi: VoiceApiFaults;
  readonly callees: Faults<CalleeFault, CalleeKind>;
  readonly connectApi: OpenConnect["faults"];
  readonly connectHandler: Faults<LambdaFault>;
}

/** The whole flow on one machine. */
export interface Laptop {
  readonly clock: Clock;
  /** For what has a limit: slower where everything may take longer. */
  readonly limitsClock: Clock;
  /** What the call form adds to a call context, and what of it is masked. */
  readonly fields: readonly OfferedField[];
  /** Where the emulated AWS services listen. */
  readonly endpoints: AwsEndpoints;
  readonly pstnAudio: PstnAudio;
  readonly connect: OpenConnect;
  /** Puts an Alexa device with the repository's skill into somebody's room. */
  openAlexa(owner: DeviceOwner): Promise<Alexa>;
  /** The contact centre's own way to the contexts. */
  readonly contactCentre: ContactCentre;
  /** Another desk of it, whose contexts have expired by now. */
  readonly deskOfThePast: () => ContactCentre;
  readonly faults: LaptopFaults;
  /** The calls that the skill had placed over the voice API so far. */
  readonly callbacks: Occurrences<PlacedCall>;
  /** The story so far; what is long ago is forgotten. */
  readonly story: Occurrences<LaptopTraceEvent>;
  /** Everybody who took a call so far. */
  readonly answers: Occurrences<Answered>;
  /** What the Lambdas wrote so far. */
  readonly lambdaLog: Occurrences<LambdaLogLine>;
  /** How many meetings live. */
  meetings(): number;
  /** Ends everything; a second time waits for the first. */
  close(): Promise<void>;
}
