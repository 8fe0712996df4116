import { dirname, join } from "node:path";
import { audioFilesIn } from "./audio-files-in.ts";
import { functionsOf, type TemplateFunction } from "./functions-of.ts";
import type { Bucket, NamedLambda, Project } from "./project.ts";
import { projectOfSources } from "./project-of-sources.ts";
import { listOf, mapOf, type Template } from "./read-template.ts";
import { functionArn, type Stack, stacksOf } from "./stacks.ts";
import { tablesOf } from "./tables-of.ts";
import { applicationsOf, type Telephony } from "./telephony.ts";

/** What templates say of a project; `folder` is where `emulator.json` will be. */
export function projectOfTemplates(templates: readonly Template[], folder: string): Project {
  const telephony: Telephony = {
    functions: new Map(),
    numbers: new Map(),
    voiceConnectors: new Set(),
    asked: new Set(),
  };
  const stacks = stacksOf(templates, telephony);
  // The names of all come first: the values of one Lambda may speak of another.
  for (const { template, values } of stacks) {
    for (const [id, { type }] of Object.entries(template.resources)) {
      if (!/^AWS::(Lambda|Serverless)::Function$/.test(type)) continue;
      const name = values.text({ Ref: id }) ?? id;
      telephony.functions.set(functionArn(name), name);
    }
  }
  const functions = stacks.flatMap((stack) => functionsOf(stack, { folder }));
  const applications = applicationNames(stacks, { functions, telephony });
  const found = stacks.flatMap((stack) => rulesOf(stack, applications));
  const rules = found.filter(({ number }) => isNumber(number));
  return {
    applications: functions
      .filter(({ name }) => applications.includes(name))
      .map((each) => withSource(each, folder)),
    // The emulator does not start with a Lambda that is not there; what is not needed is only listed.
    functions: functions.filter(({ name, isThere }) => isThere && !applications.includes(name)),
    numbers: [...telephony.numbers.values()],
    rules,
    voiceConnectors: [...telephony.voiceConnectors],
    tables: stacks.flatMap(tablesOf),
    meetingEvents: stacks.flatMap((stack) => meetingEventsIn(stack, functions)),
    buckets: stacks.flatMap(bucketsOf),
    intents: stacks.flatMap(intentsOf),
    open: [
      ...functions.flatMap(({ name, open }) => open.map((each) => `${name}: ${each}`)),
      ...found
        .filter(({ number }) => !isNumber(number))
        .map(
          ({ number, application }) =>
            `${application}: calls to the host ${number} are calls to its number here`,
        ),
      ...servicesOf(templates),
    ],
  };
}

/** Code that is bundled when it is deployed is not in cdk.out without a bundler: the one handler of its language is meant. */
function withSource(each: TemplateFunction, folder: string): NamedLambda {
  const { name, lambda, isThere, isPython } = each;
  if (isThere) return { name, lambda };
  const fitting = projectOfSources(folder).applications.filter(
    (source) => source.lambda.file.endsWith(".py") === isPython,
  );
  const [only, another] = fitting;
  if (!only || another) return { name, lambda };
  const { file, handler } = only.lambda;
  return { name, lambda: { ...lambda, file, handler } };
}

interface Known {
  readonly functions: readonly TemplateFunction[];
  readonly telephony: Telephony;
}

/** The Lambdas of SIP media applications: named by who makes them, by who may invoke them, or by what they read. */
function applicationNames(
  stacks: readonly Stack[],
  { functions, telephony }: Known,
): readonly string[] {
  const own = (names: readonly string[]) =>
    [...new Set(names)].filter((name) => functions.some((each) => each.name === name));
  const made = own(stacks.flatMap((stack) => applicationsOf(stack, telephony)));
  const read = functions.filter(({ readsCallEvents }) => readsCallEvents).map(({ name }) => name);
  const permitted = own(stacks.flatMap((stack) => permittedIn(stack, telephony)));
  // A resource that makes applications is told of other Lambdas, too: those that read call events are meant.
  const both = made.filter((name) => read.includes(name));
  return [...new Set([...(both.length > 0 ? both : made), ...permitted, ...read])];
}

function permittedIn({ template, values }: Stack, { functions }: Telephony): readonly string[] {
  return Object.values(template.resources).flatMap(({ type, properties }) => {
    if (type !== "AWS::Lambda::Permission") return [];
    if (values.text(properties.Principal) !== "voiceconnector.chime.amazonaws.com") return [];
    const named = values.text(properties.FunctionName) ?? "";
    return functions.get(named) ?? named;
  });
}

/** The other trigger is the host of a Voice Connector (API reference, CreateSipRule, TriggerType). */
function isNumber(trigger: string): boolean {
  return /^\+[1-9]\d{1,14}$/.test(trigger);
}

/** SIP rules that custom resources make. */
function rulesOf({ template, values }: Stack, applications: readonly string[]) {
  return Object.values(template.resources).flatMap(({ properties }) => {
    const rule = mapOf(values.whole(properties.properties ?? properties));
    const number = rule.triggerValue ?? rule.TriggerValue;
    const targets = listOf(rule.targetApplications ?? rule.TargetApplications).map(mapOf);
    return targets.flatMap((target) => {
      const application = String(target.sipMediaApplicationId ?? target.SipMediaApplicationId);
      return typeof number === "string" && applications.includes(application)
        ? [{ number, application }]
        : [];
    });
  });
}

/** Rules of EventBridge for the events of `aws.chime`. */
function meetingEventsIn(
  { template, values }: Stack,
  functions: readonly TemplateFunction[],
): readonly string[] {
  return Object.values(template.resources).flatMap(({ type, properties }) => {
    const rules = type === "AWS::Events::Rule" ? [properties] : samRules(properties.Events);
    return rules.flatMap((rule) => {
      const pattern = mapOf(values.whole(rule.EventPattern ?? rule.Pattern));
      if (!listOf(pattern.source).includes("aws.chime")) return [];
      const arns = listOf(values.whole(rule.Targets)).map((target) => String(mapOf(target).Arn));
      return functions.filter(({ arn }) => arns.includes(arn)).map(({ name }) => name);
    });
  });
}

function samRules(events: unknown) {
  return Object.values(mapOf(events))
    .map(mapOf)
    .filter(({ Type }) => Type === "EventBridgeRule" || Type === "CloudWatchEvent")
    .map(({ Properties }) => mapOf(Properties));
}

function bucketsOf(stack: Stack): readonly Bucket[] {
  const { template, values } = stack;
  const resources = Object.entries(template.resources);
  return resources
    .filter(([, { type }]) => type === "AWS::S3::Bucket")
    .map(([id]) => {
      const name = values.text({ Ref: id }) ?? id;
      return { name, audioFiles: deployedTo(stack, name) };
    });
}

/** What the CDK's BucketDeployment would put there: its source is an asset beside the template. */
function deployedTo({ template, values }: Stack, bucket: string): readonly string[] {
  return Object.values(template.resources).flatMap(({ type, properties }) => {
    if (type !== "Custom::CDKBucketDeployment") return [];
    if (values.text(properties.DestinationBucketName) !== bucket) return [];
    const keys = listOf(values.whole(properties.SourceObjectKeys)).map(String);
    return keys.flatMap((key) =>
      audioFilesIn(join(dirname(template.file), `asset.${key.replace(/\.zip$/, "")}`)),
    );
  });
}

function intentsOf({ template }: Stack): readonly string[] {
  return Object.values(template.resources)
    .filter(({ type }) => type === "AWS::Lex::Bot")
    .flatMap(({ properties }) => listOf(properties.BotLocales).map(mapOf))
    .flatMap(({ Intents }) => listOf(Intents).map((intent) => String(mapOf(intent).Name)))
    .filter((name) => name !== "FallbackIntent");
}

/** Services that Lambdas use at run time and that are not emulated here. */
const services: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^AWS::SQS::Queue$/, "queues: AWS_ENDPOINT_URL_SQS"],
  [/^AWS::SNS::Topic$/, "topics: AWS_ENDPOINT_URL_SNS"],
  [/^AWS::StepFunctions::StateMachine$/, "state machines: AWS_ENDPOINT_URL_SFN"],
  [/^AWS::Kinesis(Firehose)?::/, "streams: AWS_ENDPOINT_URL_KINESIS"],
  [/^AWS::SecretsManager::Secret$/, "secrets: AWS_ENDPOINT_URL_SECRETS_MANAGER"],
  [/^AWS::SSM::Parameter$/, "parameters: AWS_ENDPOINT_URL_SSM"],
];

function servicesOf(templates: readonly Template[]): readonly string[] {
  const types = templates.flatMap(({ resources }) =>
    Object.values(resources).map(({ type }) => type),
  );
  return services.flatMap(([pattern, what]) =>
    types.some((type) => pattern.test(type))
      ? [
          `${what}; start the emulator with it set to an emulator of that service, such as LocalStack`,
        ]
      : [],
  );
}
