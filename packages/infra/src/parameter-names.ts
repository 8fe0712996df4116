/** Where the call context stack leaves what the other stacks need: SSM parameters, the only thing they share. */
export function parameterNames(stage: string) {
  const path = `/skill-call/${stage}/call-context`;
  return {
    tableName: `${path}/table-name`,
    tableArn: `${path}/table-arn`,
    keyArn: `${path}/key-arn`,
    streamArn: `${path}/stream-arn`,
  } as const;
}
