import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  type TableDescription,
} from "@aws-sdk/client-dynamodb";
import { isNotThere, type LiveMistake, type Questions } from "./answer.ts";
import { tablesInUse } from "./lambdas.ts";

const place = "CALL_CONTEXT_TABLE";

/** The table of call contexts: whether all use the same one, and whether it is as the call context stack makes it. */
export const askOfTable: Questions = (deployment, clients) => [
  {
    place,
    ask: async () => {
      const used = await tablesInUse(clients, deployment);
      const names = [...new Set(used.values())];
      const said = [...used].map(([part, name]) => `${part} ${name}`).join(", ");
      const differ: LiveMistake[] =
        names.length > 1
          ? [
              {
                place,
                problem: `not all look into the same table, so contexts are not found: ${said}`,
              },
            ]
          : [];
      const ofTables = await Promise.all(names.map((name) => mistakesOf(clients.dynamoDb, name)));
      return [...differ, ...ofTables.flat()];
    },
  },
];

async function mistakesOf(client: DynamoDBClient, TableName: string): Promise<LiveMistake[]> {
  const table = await described(client, TableName);
  if (!table) return [{ place, problem: `there is no table ${TableName}` }];
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
  const { ContinuousBackupsDescription } = await client.send(
    new DescribeContinuousBackupsCommand({ TableName }),
  );
  const { PointInTimeRecoveryDescription: recovery } = ContinuousBackupsDescription ?? {};
  const problems = [
    ...problemsOfTable(table),
    ...(TimeToLiveDescription?.TimeToLiveStatus === "ENABLED" &&
    TimeToLiveDescription.AttributeName === "expiresAt"
      ? []
      : ["contexts do not expire in it: its time to live is not expiresAt"]),
    ...(recovery?.PointInTimeRecoveryStatus === "ENABLED"
      ? []
      : ["it cannot be brought back: point-in-time recovery is off"]),
  ];
  return problems.map((problem) => ({ place, problem: `${TableName}: ${problem}` }));
}

function problemsOfTable({
  TableStatus,
  DeletionProtectionEnabled,
  SSEDescription,
}: TableDescription): string[] {
  return [
    ...(TableStatus === "ACTIVE" || TableStatus === "UPDATING"
      ? []
      : [`it is in the state ${TableStatus}`]),
    ...(DeletionProtectionEnabled ? [] : ["it is not protected from deletion"]),
    ...(SSEDescription?.InaccessibleEncryptionDateTime
      ? ["its key cannot be used: is it disabled, or to be deleted?"]
      : []),
  ];
}

async function described(
  client: DynamoDBClient,
  TableName: string,
): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName }))).Table;
  } catch (error) {
    if (isNotThere(error)) return undefined;
    throw error;
  }
}
