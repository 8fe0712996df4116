import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type CallContextStore, createCallContextStore } from "@skill-call/call-context";
import {
  createCallContextTable,
  type LocalDynamoDb,
  localCredentials,
  startLocalDynamoDb,
  unhurried,
} from "@skill-call/local-dynamodb";
import { startMeetingsServer } from "./meetings-server.ts";
import { callerIdNumber, contactCentre, skillClientId, switchboard } from "./sample-config.ts";
import { type SmallServer, startSmallServer } from "./small-server.ts";

const tableName = "skill-call-contexts";
const region = "us-east-1";

/** Everything that the built Lambda asks, on this machine. */
export class Services {
  readonly dynamoDb: LocalDynamoDb;
  readonly meetings: SmallServer;
  /** A destination service, which does not answer for callers who speak Spanish. */
  readonly branches: SmallServer;
  /** The table, as the skill has it. */
  readonly store: CallContextStore;

  private constructor(dynamoDb: LocalDynamoDb, meetings: SmallServer, branches: SmallServer) {
    this.dynamoDb = dynamoDb;
    this.meetings = meetings;
    this.branches = branches;
    const { endpoint } = dynamoDb;
    const client = new DynamoDBClient({ endpoint, region, credentials: localCredentials });
    this.store = createCallContextStore({ client, tableName, ...unhurried });
  }

  static async start(): Promise<Services> {
    const dynamoDb = await startLocalDynamoDb();
    await createCallContextTable(dynamoDb.endpoint, tableName);
    const branches = await startSmallServer(({ body }) =>
      body.locale === "es-US" ? undefined : { status: 200, body: { phoneNumber: "+12045550130" } },
    );
    return new Services(dynamoDb, await startMeetingsServer(), branches);
  }

  /** What the Lambda is started with to find them, and a rule for each of the three cases. */
  get environment(): Record<string, string> {
    const branchService = { type: "pstn", destinationService: `${this.branches.url}/closest` };
    const meeting = { type: "meeting", mediaRegion: region };
    const rules = [
      { when: { reason: "billing" }, to: [contactCentre] },
      { when: { reason: "sales" }, to: [branchService, contactCentre] },
      { when: { reason: "technical-support" }, to: [meeting] },
    ];
    return {
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
      AWS_ENDPOINT_URL_DYNAMODB: this.dynamoDb.endpoint,
      AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS: this.meetings.url,
      CALL_CONTEXT_TABLE: tableName,
      // Asks Powertools for the whole event in the log: it must have none to give.
      POWERTOOLS_LOGGER_LOG_EVENT: "true",
      ALLOWED_SKILL_CLIENT_IDS: skillClientId,
      CALLER_ID_NUMBER: callerIdNumber,
      ROUTES: JSON.stringify({ rules, otherwise: [switchboard] }),
    };
  }

  async close(): Promise<void> {
    await Promise.all([this.meetings.close(), this.branches.close(), this.dynamoDb.close()]);
  }
}
