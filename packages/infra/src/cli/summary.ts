interface Template {
  readonly Resources?: Readonly<Record<string, { readonly Type: string }>>;
}

/** One line about a stack: its name, and what of it a team would look for. */
export function summary(stackName: string, { Resources = {} }: Template): string {
  const types = Object.values(Resources).map(({ Type }) => Type);
  const count = (type: string) => types.filter((found) => found === type).length;
  const alarms = count("AWS::CloudWatch::Alarm");
  return `${stackName}: ${types.length} resources, ${alarms} alarms`;
}
