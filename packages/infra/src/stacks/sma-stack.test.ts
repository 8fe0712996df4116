import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { Match, Template } from "aws-cdk-lib/assertions";
import { changesBetween, type TemplateJson } from "../testing/changes.ts";
import { roleOf } from "../testing/rights.ts";
import { onlyThe, sampleDocument } from "../testing/sample-deployment.ts";
import { appOf, stacksOf, templateOf } from "../testing/synthesize.ts";

const template = templateOf(onlyThe("sma"));

test("only the PSTN Audio service may invoke, from this account, for this application, the alias", () => {
  // The other one is for the schedule of canary calls.
  template.resourceCountIs("AWS::Lambda::Permission", 2);
  template.hasResourceProperties("AWS::Lambda::Permission", {
    FunctionName: { Ref: Match.stringLikeRegexp("^Live") },
    Action: "lambda:InvokeFunction",
    Principal: "voiceconnector.chime.amazonaws.com",
    SourceAccount: { Ref: "AWS::AccountId" },
    SourceArn: {
      "Fn::Join": [
        "",
        [
          "arn:",
          { Ref: "AWS::Partition" },
          ":chime:us-east-1:",
          { Ref: "AWS::AccountId" },
          ":sma/",
          { Ref: Match.stringLikeRegexp("^SipMediaApplication") },
        ],
      ],
    },
  });
});

test("no call comes before the service may invoke the Lambda", () => {
  template.hasResource("Custom::SkillCallSipRule", {
    DependsOn: Match.arrayWith([Match.stringLikeRegexp("^PstnAudio")]),
  });
});

test("a new version gets a tenth of the calls first, and an alarm takes it back", () => {
  template.hasResourceProperties("AWS::CodeDeploy::DeploymentGroup", {
    DeploymentConfigName: "CodeDeployDefault.LambdaCanary10Percent5Minutes",
    AlarmConfiguration: {
      Enabled: true,
      Alarms: [
        { Name: { Ref: Match.stringLikeRegexp("NewVersionFails") } },
        { Name: { Ref: Match.stringLikeRegexp("NewVersionSlow") } },
      ],
    },
    AutoRollbackConfiguration: {
      Enabled: true,
      Events: Match.arrayWith(["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"]),
    },
  });
  template.hasResource("AWS::Lambda::Alias", {
    Properties: { Name: "live" },
    UpdatePolicy: {
      CodeDeployLambdaAliasUpdate: Match.objectLike({
        BeforeAllowTrafficHook: { Ref: Match.stringLikeRegexp("Rehearsal") },
      }),
    },
  });
});

test("the alias waits for a hook that knows the new version, and that CodeDeploy may invoke", () => {
  const [alias] = Object.values(template.findResources("AWS::Lambda::Alias"));
  expect(alias?.DependsOn).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^DeploymentRehearsalFunction/),
      expect.stringMatching(/^DeploymentInvokeHook/),
    ]),
  );
});

test("a new version is put back by what it does itself: not by what it came to mend", () => {
  const watched = (name: string) => {
    const [alarm] = Object.values(template.findResources("AWS::CloudWatch::Alarm")).filter(
      ({ Properties }) => JSON.stringify(Properties.AlarmName).includes(name),
    );
    return alarm?.Properties;
  };
  const version = {
    "Fn::GetAtt": [expect.stringMatching(/^SmaHandlerFunctionCurrent/), "Version"],
  };
  for (const name of ["NewVersionFails", "NewVersionSlow"]) {
    expect(watched(name)?.Dimensions).toContainEqual({ Name: "ExecutedVersion", Value: version });
    // A name of its own: no alarm that another version rang would stop it.
    expect(watched(name)?.AlarmName).toEqual({
      "Fn::Join": ["", [`SkillCall-Sma-prod-${name}-`, version]],
    });
    expect(watched(name)?.AlarmActions).toBeUndefined();
  }
});

test("in an emergency the alias moves at once, whatever rings; nothing else differs", () => {
  const [stack] = stacksOf(appOf(onlyThe("sma"), { emergency: true }));
  if (stack === undefined) throw new RangeError("no stack");
  const changes = changesBetween(
    template.toJSON() as TemplateJson,
    Template.fromStack(stack).toJSON() as TemplateJson,
  );
  expect(changes.map(({ type, how }) => `${type} ${how}`).sort()).toEqual([
    "AWS::Lambda::Alias updated",
  ]);
  Template.fromStack(stack).hasResource("AWS::Lambda::Alias", { UpdatePolicy: Match.absent() });
});

test("the Lambda is told its configuration, and ends before the service stops waiting", () => {
  template.hasResourceProperties("AWS::Lambda::Function", {
    Runtime: "nodejs24.x",
    Architectures: ["arm64"],
    Timeout: 5,
    Environment: {
      Variables: {
        ROUTES: JSON.stringify(sampleDocument.sma.routes),
        ALLOWED_SKILL_CLIENT_IDS: "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48",
        CALLER_ID_NUMBER: "+12045550100",
        WITHOUT_CONTEXT: "otherwise",
        CALL_CONTEXT_TABLE: { Ref: Match.stringLikeRegexp("tablename") },
        STAGE: "prod",
      },
    },
  });
});

test("meetings are allowed only where a route leads to one", () => {
  const meetingRights = /chime:CreateMeeting/;
  const without = onlyThe("sma", {
    routes: { rules: [], otherwise: [{ type: "pstn", number: "+12045550101" }] },
  });
  expect(JSON.stringify(template.toJSON())).toMatch(meetingRights);
  expect(JSON.stringify(templateOf(without).toJSON())).not.toMatch(meetingRights);
});

test("where another Region's rule leads here there is an application and no rule", () => {
  const standby = templateOf(onlyThe("sma", { phoneNumbers: [], failover: undefined }));
  standby.resourceCountIs("Custom::SkillCallSipMediaApplication", 1);
  standby.resourceCountIs("Custom::SkillCallSipRule", 0);
});

test("a resource of the Voice API that nobody answers for fails within minutes", () => {
  for (const type of ["Custom::SkillCallSipRule", "Custom::SkillCallSipMediaApplication"]) {
    template.hasResourceProperties(type, { ServiceTimeout: "300" });
  }
});

test("a rule goes before its application, and both before the rights to delete them", () => {
  const [rule] = Object.values(template.findResources("Custom::SkillCallSipRule"));
  expect(rule?.DependsOn).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^SipMediaApplication/),
      expect.stringMatching(/^VoiceApiResourcesRole/),
    ]),
  );
});

test("no stack buys or releases a number", () => {
  expect(JSON.stringify(template.toJSON())).not.toMatch(/PhoneNumberOrder|DeletePhoneNumber/i);
});

test("a table of another Region or account is used by the names that the document gives", () => {
  const table = {
    name: "call-contexts",
    arn: "arn:aws:dynamodb:us-west-2:123456789012:table/call-contexts",
    keyArn: sampleDocument.callContext.replicas[0].keyArn,
  };
  const own = templateOf({ ...onlyThe("sma"), table });
  own.hasResourceProperties("AWS::Lambda::Function", {
    Environment: { Variables: Match.objectLike({ CALL_CONTEXT_TABLE: "call-contexts" }) },
  });
  own.hasResourceProperties("AWS::IAM::Role", {
    Path: "/skill-call/prod/call-contexts/",
    Policies: [
      {
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({
              Action: "dynamodb:UpdateItem",
              Resource: table.arn,
            }),
          ]),
        },
      },
    ],
  });
  expect(Object.keys(own.toJSON().Parameters)).toEqual(["BootstrapVersion"]);
});

test("routes that Lambda's environment has no room for go into a file beside it", () => {
  const number = "+12045550101";
  const rules = Array.from({ length: 80 }, (_, index) => ({
    when: { reason: `reason-${index}` },
    to: [{ type: "pstn", number }],
  }));
  const routes = { rules, otherwise: [{ type: "pstn", number }] };
  const app = appOf(onlyThe("sma", { routes }));
  const [stack] = stacksOf(app);
  if (stack === undefined) throw new RangeError("no stack");
  const { Variables } = Object.values(
    Template.fromStack(stack).findResources("AWS::Lambda::Function"),
  ).map(({ Properties }) => Properties.Environment ?? {})[0];
  expect(Variables).toMatchObject({ ROUTES_SOURCE: "file:routes.json", STAGE: "prod" });
  expect(Variables).not.toHaveProperty("ROUTES");
  const { directory } = app.synth();
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" });
  const [file = ""] = files.filter((name) => name.endsWith("routes.json"));
  const { $index, ...written } = JSON.parse(readFileSync(join(directory, file), "utf8"));
  expect(written).toEqual(routes);
  expect($index).toMatchObject({ head: { rules: 80 } });
  expect(files).toContain(join(dirname(file), "index.mjs"));
});

test("other routes in that file make another version", () => {
  const routesOf = (reason: string) => ({
    rules: Array.from({ length: 80 }, (_, index) => ({
      when: { reason: `${reason}-${index}` },
      to: [{ type: "pstn", number: "+12045550101" }],
    })),
    otherwise: [{ type: "pstn", number: "+12045550101" }],
  });
  const versions = ["sales", "billing"].map((reason) =>
    Object.keys(
      templateOf(onlyThe("sma", { routes: routesOf(reason) })).findResources(
        "AWS::Lambda::Version",
      ),
    ).join(),
  );
  expect(new Set(versions).size).toBe(2);
});

test("canary calls are placed on a schedule to every number, once each time, by a Lambda that may do nothing else", () => {
  template.hasResourceProperties("AWS::Events::Rule", {
    ScheduleExpression: "rate(15 minutes)",
    State: "ENABLED",
    Targets: [
      {
        Arn: { "Fn::GetAtt": [Match.stringLikeRegexp("^CanaryCallsFunction"), "Arn"] },
        RetryPolicy: { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 },
      },
    ],
  });
  template.hasResourceProperties("AWS::Lambda::EventInvokeConfig", { MaximumRetryAttempts: 0 });
  const { Resources } = template.toJSON() as TemplateJson;
  const [lambda = ""] = Object.keys(Resources).filter((id) => id.startsWith("CanaryCallsFunction"));
  const environment = Resources[lambda]?.Properties.Environment;
  expect(environment).toMatchObject({
    Variables: {
      CANARY_NUMBER: "+12045550177",
      PHONE_NUMBERS: "+16073331111",
      SIP_MEDIA_APPLICATION_ID: { Ref: expect.stringMatching(/^SipMediaApplication/) },
    },
  });
  const role = JSON.stringify(Resources[roleOf(Resources, lambda)]);
  const actions = [...role.matchAll(/"(chime|dynamodb|lambda):(\w+)"/g)].map(
    ([, , action]) => action,
  );
  expect(actions).toEqual([
    ...["CreateSipMediaApplicationCall", "PutItem", "GetItem", "DeleteItem"],
    "LeadingKeys",
  ]);
  expect(role).toContain('"ForAllValues:StringEquals":{"dynamodb:LeadingKeys":["canary"]}');
});

test("the handler knows canary calls by their number, and their first one comes when the number is answered", () => {
  template.hasResourceProperties("AWS::Lambda::Function", {
    Environment: { Variables: Match.objectLike({ CANARY_NUMBER: "+12045550177", STAGE: "prod" }) },
  });
  template.hasResource("AWS::Events::Rule", {
    DependsOn: Match.arrayWith([Match.stringLikeRegexp("^SipRule")]),
  });
});

test("two canary calls in a row that do not come through ring within half an hour; nothing counted is as bad", () => {
  template.hasResourceProperties("AWS::CloudWatch::Alarm", {
    AlarmName: "SkillCall-Sma-prod-CanaryCallsMissing",
    Metrics: [
      Match.objectLike({
        MetricStat: {
          Metric: {
            Namespace: "SkillCall",
            MetricName: "CanaryArrived",
            Dimensions: [
              { Name: "service", Value: "canary" },
              { Name: "stage", Value: "prod" },
            ],
          },
          Period: 900,
          Stat: "Sum",
        },
      }),
    ],
    EvaluationPeriods: 2,
    DatapointsToAlarm: 2,
    Threshold: 1,
    ComparisonOperator: "LessThanThreshold",
    TreatMissingData: "breaching",
  });
});

test("the canary's switch is its section; without numbers calls are known and none is placed", () => {
  const without = JSON.stringify(templateOf(onlyThe("sma", { canary: undefined })).toJSON());
  expect(without).not.toMatch(/CANARY|CanaryCalls/);
  const standby = templateOf(onlyThe("sma", { phoneNumbers: [], failover: undefined }));
  standby.resourceCountIs("AWS::Events::Rule", 0);
  standby.hasResourceProperties("AWS::Lambda::Function", {
    Environment: { Variables: Match.objectLike({ CANARY_NUMBER: "+12045550177" }) },
  });
  expect(JSON.stringify(standby.toJSON())).not.toContain("CanaryCallsMissing");
});

test("SIP messages are logged only where the document says so: a week, with a key, into the log that the service knows", () => {
  const off = templateOf(onlyThe("sma", { messageLogs: false, letSkillsIn: false }));
  off.resourceCountIs("Custom::SkillCallMessageLogs", 0);
  off.resourceCountIs("Custom::SkillCallAlexaSkills", 0);
  template.hasResourceProperties("AWS::Logs::LogGroup", {
    LogGroupName: {
      "Fn::Join": [
        "",
        [
          "/aws/ChimeSipMediaApplicationSipMessages/",
          { Ref: Match.stringLikeRegexp("^SipMediaApplication") },
        ],
      ],
    },
    RetentionInDays: 7,
    KmsKeyId: Match.anyValue(),
  });
  // Else the service would make the log itself, for ever and without the key.
  template.hasResource("Custom::SkillCallMessageLogs", {
    DependsOn: Match.arrayWith([Match.stringLikeRegexp("^MessageLogsLogGroup")]),
  });
});

test("the skills of the allow-list are let in at the application, too, where the document says so", () => {
  template.hasResourceProperties("Custom::SkillCallAlexaSkills", {
    SipMediaApplicationId: { Ref: Match.stringLikeRegexp("^SipMediaApplication") },
    AlexaSkillIds: sampleDocument.sma.allowedSkillClientIds,
  });
});

test("unusually many calls to phone numbers ring an alarm: it may be toll fraud", () => {
  const [alarm] = Object.values(
    template.findResources("AWS::CloudWatch::Alarm", {
      Properties: { AlarmName: "SkillCall-Sma-prod-UnusuallyManyCallsOut", Threshold: 1000 },
    }),
  );
  const metrics = JSON.stringify(alarm?.Properties.Metrics);
  for (const part of ["CallsRouted", '"pstn"', '"Period":3600']) expect(metrics).toContain(part);
});
