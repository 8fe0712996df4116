import {
  DescribeTableCommand,
  type DynamoDBClient,
  RestoreTableToPointInTimeCommand,
  type TableDescription,
  TagResourceCommand,
  UpdateContinuousBackupsCommand,
  UpdateContributorInsightsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { CommandError } from "@skill-call/terminal";
import type { Step } from "./plan.ts";

export interface RestoreTableOptions {
  readonly stage: string;
  /** The table that is broken. */
  readonly from: string;
  /** The table that is made. */
  readonly as: string;
  /** The newest that recovery has, without it. */
  readonly toTime?: Date;
}

/** What a deployment document needs to know of the new table. */
export interface RestoredTable {
  readonly name: string;
  readonly arn: string;
  readonly keyArn: string;
  readonly streamArn: string;
}

export interface Restoring {
  readonly plan: readonly Step[];
  /** @throws {CommandError} before the plan was carried out */
  restored(): Promise<RestoredTable>;
}

/** Seconds; a restore takes some ten minutes, or more. */
const maxWaitTime = 6 * 60 * 60;

/**
 * What restores a table under another name, with the key of the first, and sets again what a restore forgets: without that
 * contexts would stay for ever. It is what the call context stack sets (packages/infra/src/stacks/call-context-stack.ts).
 * @throws {CommandError} where the table has no key of its own
 */
export async function restoreTable(
  client: DynamoDBClient,
  { stage, from, as, toTime }: RestoreTableOptions,
): Promise<Restoring> {
  const keyArn = keyOf(await described(client, from), from);
  const TableName = as;
  const active = () => waitUntilTableExists({ client, maxWaitTime }, { TableName });
  const plan: Step[] = [
    {
      what: `${as} is restored from ${from} as of ${toTime?.toISOString() ?? "now"}, with the key ${keyArn}; some ten minutes or more`,
      carryOut: async () => {
        const command = new RestoreTableToPointInTimeCommand({
          SourceTableName: from,
          TargetTableName: as,
          ...(toTime ? { RestoreDateTime: toTime } : { UseLatestRestorableTime: true }),
          SSESpecificationOverride: { Enabled: true, SSEType: "KMS", KMSMasterKeyId: keyArn },
        });
        await client.send(command);
        await active();
      },
    },
    {
      what: `${as}: contexts expire by expiresAt`,
      carryOut: async () => {
        const TimeToLiveSpecification = { Enabled: true, AttributeName: "expiresAt" };
        await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
      },
    },
    {
      what: `${as}: point-in-time recovery reaches back a day`,
      carryOut: async () => {
        const PointInTimeRecoverySpecification = {
          PointInTimeRecoveryEnabled: true,
          RecoveryPeriodInDays: 1,
        };
        const input = { TableName, PointInTimeRecoverySpecification };
        await client.send(new UpdateContinuousBackupsCommand(input));
      },
    },
    {
      what: `${as}: Contributor Insights show keys of throttled requests, and no others`,
      carryOut: async () => {
        const command = new UpdateContributorInsightsCommand({
          TableName,
          ContributorInsightsAction: "ENABLE",
          ContributorInsightsMode: "THROTTLED_KEYS",
        });
        await client.send(command);
      },
    },
    {
      what: `${as}: is protected from deletion, and tells its stream of what changes`,
      carryOut: async () => {
        const command = new UpdateTableCommand({
          TableName,
          DeletionProtectionEnabled: true,
          StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
        });
        await client.send(command);
        await active();
      },
    },
    {
      what: `${as}: is tagged as skill-call's, of stage ${stage}`,
      carryOut: async () => {
        const { TableArn: ResourceArn } = await described(client, as);
        const Tags = [
          { Key: "application", Value: "skill-call" },
          { Key: "stage", Value: stage },
        ];
        await client.send(new TagResourceCommand({ ResourceArn, Tags }));
      },
    },
  ];
  return { plan, restored: async () => asDocumented(await described(client, as), as, keyArn) };
}

async function described(client: DynamoDBClient, TableName: string): Promise<TableDescription> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  return Table ?? {};
}

function keyOf({ SSEDescription }: TableDescription, name: string): string {
  const arn = SSEDescription?.KMSMasterKeyArn;
  if (arn !== undefined) return arn;
  throw new CommandError(`${name} has no KMS key: it is no table of call contexts.`);
}

function asDocumented(
  { TableArn: arn = "", LatestStreamArn: streamArn = "" }: TableDescription,
  name: string,
  keyArn: string,
): RestoredTable {
  return { name, arn, keyArn, streamArn };
}
