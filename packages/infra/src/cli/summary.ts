interface Resource {
  readonly Type: string;
  readonly Properties?: { readonly AlarmActions?: unknown };
}

interface Template {
  readonly Resources?: Readonly<Record<string, Resource>>;
}

/** One line about a stack: its name, and what of it a team would look for. */
export function summary(stackName: string, { Resources = {} }: Template): string {
  const types = Object.values(Resources).map(({ Type }) => Type);
  const count = (type: string) => types.filter((found) => found === type).length;
  const alarms = count("AWS::CloudWatch::Alarm");
  const isHeard = Object.values(Resources).some(({ Properties }) => Properties?.AlarmActions);
  const silence = alarms > 0 && !isHeard ? " that tell nobody (no alarmTopicArn)" : "";
  return `${stackName}: ${types.length} resources, ${alarms} alarms${silence}`;
}
