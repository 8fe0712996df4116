import { arnOf, madeName, type StackNames } from "./stack-names.ts";

/** What CloudFormation asks a service for. */
export interface DeployRight {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: Readonly<
    Record<string, Readonly<Record<string, string | readonly string[]>>>
  >;
}

type RightsOf = (names: StackNames) => readonly DeployRight[];

const everything = ["*"];
const ours = { StringEquals: { "aws:ResourceTag/application": "skill-call" } };

const functions = (names: StackNames) => [arnOf(names, "lambda", `function:${madeName(names)}`)];

const roles = (names: StackNames) => [
  `arn:aws:iam::${names.account}:role/skill-call/${names.stage}/*`,
  `arn:aws:iam::${names.account}:role/${madeName(names)}`,
];

const logs = (names: StackNames) =>
  [
    `/skill-call/${names.stage}/*`,
    madeName(names),
    "/aws/ChimeSipMediaApplicationSipMessages/*",
  ].map((name) => arnOf(names, "logs", `log-group:${name}`));

const inline = ["iam:DeleteRolePolicy", "iam:GetRolePolicy", "iam:PutRolePolicy"];

const apiVerbs = ["DELETE", "GET", "PATCH", "POST", "PUT"].map((verb) => `apigateway:${verb}`);

function apis(path: "apis" | "domainnames"): RightsOf {
  return ({ region }) => [
    {
      actions: apiVerbs,
      resources: [path, `${path}/*`, "tags/*"].map(
        (each) => `arn:aws:apigateway:${region}::/${each}`,
      ),
    },
  ];
}

function onInstance(actions: readonly string[], below: string): RightsOf {
  return ({ connectInstanceArn = "" }) => [
    { actions, resources: [connectInstanceArn, `${connectInstanceArn}/${below}/*`] },
  ];
}

const custom: RightsOf = (names) => [
  { actions: ["lambda:InvokeFunction"], resources: functions(names) },
];

/**
 * What CloudFormation's role needs to create, read, change and delete each type of resource that the stacks have, and
 * nothing that they never set. The types' own schemas say it (`handlers` of `aws cloudformation describe-type`); that
 * nothing is missing only an account can show.
 */
export const rightsByType: Readonly<Record<string, RightsOf>> = {
  "AWS::ApiGatewayV2::Api": apis("apis"),
  "AWS::ApiGatewayV2::ApiMapping": apis("domainnames"),
  "AWS::ApiGatewayV2::Authorizer": apis("apis"),
  "AWS::ApiGatewayV2::DomainName": apis("domainnames"),
  "AWS::ApiGatewayV2::Integration": apis("apis"),
  "AWS::ApiGatewayV2::Route": apis("apis"),
  "AWS::ApiGatewayV2::Stage": (names) => [
    ...apis("apis")(names),
    // Access logs; none of them has a resource.
    {
      actions: [
        "logs:CreateLogDelivery",
        "logs:DeleteLogDelivery",
        "logs:DescribeResourcePolicies",
        "logs:GetLogDelivery",
        "logs:ListLogDeliveries",
        "logs:PutResourcePolicy",
        "logs:UpdateLogDelivery",
      ],
      resources: everything,
    },
  ],
  "AWS::CloudWatch::Alarm": (names) => [
    {
      actions: [
        "cloudwatch:DeleteAlarms",
        "cloudwatch:DescribeAlarms",
        "cloudwatch:ListTagsForResource",
        "cloudwatch:PutMetricAlarm",
        "cloudwatch:TagResource",
        "cloudwatch:UntagResource",
      ],
      resources: [arnOf(names, "cloudwatch", `alarm:${names.stack}-*`)],
    },
  ],
  "AWS::CloudWatch::Dashboard": ({ account, stack }) => [
    {
      actions: [
        "cloudwatch:DeleteDashboards",
        "cloudwatch:GetDashboard",
        "cloudwatch:PutDashboard",
      ],
      resources: [`arn:aws:cloudwatch::${account}:dashboard/${stack}-*`],
    },
  ],
  "AWS::CodeDeploy::Application": (names) => [
    {
      actions: [
        "codedeploy:CreateApplication",
        "codedeploy:DeleteApplication",
        "codedeploy:GetApplication",
        "codedeploy:ListTagsForResource",
        "codedeploy:TagResource",
        "codedeploy:UntagResource",
        "codedeploy:UpdateApplication",
      ],
      resources: [arnOf(names, "codedeploy", `application:${madeName(names)}`)],
    },
  ],
  // Also what moves an alias (`CodeDeployLambdaAliasUpdate`).
  "AWS::CodeDeploy::DeploymentGroup": (names) => [
    {
      actions: [
        "codedeploy:CreateDeployment",
        "codedeploy:CreateDeploymentGroup",
        "codedeploy:DeleteDeploymentGroup",
        "codedeploy:GetApplicationRevision",
        "codedeploy:GetDeployment",
        "codedeploy:GetDeploymentConfig",
        "codedeploy:GetDeploymentGroup",
        "codedeploy:RegisterApplicationRevision",
        "codedeploy:StopDeployment",
        "codedeploy:UpdateDeploymentGroup",
      ],
      resources: [
        arnOf(names, "codedeploy", `application:${madeName(names)}`),
        arnOf(names, "codedeploy", `deploymentgroup:${madeName(names)}`),
        arnOf(names, "codedeploy", "deploymentconfig:CodeDeployDefault.*"),
      ],
    },
  ],
  "AWS::Connect::ContactFlow": onInstance(
    [
      "connect:CreateContactFlow",
      "connect:DeleteContactFlow",
      "connect:DescribeContactFlow",
      "connect:TagResource",
      "connect:UntagResource",
      "connect:UpdateContactFlowContent",
      "connect:UpdateContactFlowMetadata",
    ],
    "contact-flow",
  ),
  "AWS::Connect::IntegrationAssociation": (names) => [
    {
      actions: [
        "connect:AssociateLambdaFunction",
        "connect:DescribeInstance",
        "connect:DisassociateLambdaFunction",
        "connect:ListLambdaFunctions",
      ],
      resources: [names.connectInstanceArn ?? ""],
    },
    { actions: ["lambda:AddPermission", "lambda:RemovePermission"], resources: functions(names) },
  ],
  "AWS::Connect::TestCase": onInstance(
    [
      "connect:CreateTestCase",
      "connect:DeleteTestCase",
      "connect:DescribeTestCase",
      "connect:TagResource",
      "connect:UntagResource",
      "connect:UpdateTestCase",
    ],
    "test-case",
  ),
  "AWS::DynamoDB::GlobalTable": (names) => [
    {
      actions: [
        "dynamodb:CreateTable",
        "dynamodb:CreateTableReplica",
        "dynamodb:DeleteTable",
        "dynamodb:DeleteTableReplica",
        "dynamodb:DescribeContinuousBackups",
        "dynamodb:DescribeContributorInsights",
        "dynamodb:DescribeKinesisStreamingDestination",
        "dynamodb:DescribeTable",
        "dynamodb:DescribeTableReplicaAutoScaling",
        "dynamodb:DescribeTimeToLive",
        "dynamodb:GetResourcePolicy",
        "dynamodb:ListTagsOfResource",
        "dynamodb:TagResource",
        "dynamodb:UntagResource",
        "dynamodb:UpdateContinuousBackups",
        "dynamodb:UpdateContributorInsights",
        "dynamodb:UpdateTable",
        "dynamodb:UpdateTimeToLive",
        // As DynamoDB needs of whoever adds a replica (developer guide, "Using IAM with global tables").
        "dynamodb:BatchWriteItem",
        "dynamodb:DeleteItem",
        "dynamodb:GetItem",
        "dynamodb:PutItem",
        "dynamodb:Query",
        "dynamodb:Scan",
        "dynamodb:UpdateItem",
      ],
      // In every Region that has a replica.
      resources: [`arn:aws:dynamodb:*:${names.account}:table/${madeName(names)}`],
    },
    {
      actions: ["iam:CreateServiceLinkedRole"],
      resources: [
        `arn:aws:iam::${names.account}:role/aws-service-role/replication.dynamodb.amazonaws.com/*`,
        `arn:aws:iam::${names.account}:role/aws-service-role/contributorinsights.dynamodb.amazonaws.com/*`,
      ],
    },
    {
      actions: [
        "kms:CreateGrant",
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKey",
      ],
      resources: [`arn:aws:kms:*:${names.account}:key/*`],
      conditions: { StringLike: { "kms:ViaService": "dynamodb.*.amazonaws.com" } },
    },
  ],
  "AWS::Events::Rule": (names) => [
    {
      actions: [
        "events:DeleteRule",
        "events:DescribeRule",
        "events:ListTagsForResource",
        "events:ListTargetsByRule",
        "events:PutRule",
        "events:PutTargets",
        "events:RemoveTargets",
        "events:TagResource",
        "events:UntagResource",
      ],
      resources: [arnOf(names, "events", `rule/${madeName(names)}`)],
    },
  ],
  "AWS::IAM::Policy": (names) => [{ actions: inline, resources: roles(names) }],
  "AWS::IAM::Role": (names) => [
    {
      actions: [
        ...inline,
        "iam:CreateRole",
        "iam:DeleteRole",
        "iam:GetRole",
        "iam:ListAttachedRolePolicies",
        "iam:ListRolePolicies",
        "iam:TagRole",
        "iam:UntagRole",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRole",
        "iam:UpdateRoleDescription",
      ],
      resources: roles(names),
    },
    ...["codedeploy", "lambda"].map((service) => ({
      actions: ["iam:PassRole"],
      resources: roles(names),
      conditions: { StringEquals: { "iam:PassedToService": `${service}.amazonaws.com` } },
    })),
  ],
  "AWS::KMS::Key": (names) => [
    { actions: ["kms:CreateKey"], resources: everything },
    {
      actions: [
        "kms:DescribeKey",
        "kms:EnableKeyRotation",
        "kms:GetKeyPolicy",
        "kms:GetKeyRotationStatus",
        "kms:ListResourceTags",
        "kms:PutKeyPolicy",
        "kms:ScheduleKeyDeletion",
        "kms:TagResource",
        "kms:UntagResource",
        "kms:UpdateKeyDescription",
      ],
      resources: [arnOf(names, "kms", "key/*")],
      conditions: ours,
    },
    // Before a new key has its tag.
    {
      actions: ["kms:TagResource"],
      resources: [arnOf(names, "kms", "key/*")],
      conditions: { StringEquals: { "aws:RequestTag/application": "skill-call" } },
    },
  ],
  "AWS::Lambda::Alias": (names) => [
    {
      actions: [
        "lambda:CreateAlias",
        "lambda:DeleteAlias",
        "lambda:GetAlias",
        "lambda:GetProvisionedConcurrencyConfig",
        "lambda:UpdateAlias",
      ],
      resources: functions(names),
    },
  ],
  "AWS::Lambda::EventInvokeConfig": (names) => [
    {
      actions: [
        "lambda:DeleteFunctionEventInvokeConfig",
        "lambda:GetFunctionEventInvokeConfig",
        "lambda:PutFunctionEventInvokeConfig",
        "lambda:UpdateFunctionEventInvokeConfig",
      ],
      resources: functions(names),
    },
  ],
  "AWS::Lambda::EventSourceMapping": (names) => [
    {
      actions: [
        "lambda:CreateEventSourceMapping",
        "lambda:DeleteEventSourceMapping",
        "lambda:GetEventSourceMapping",
        "lambda:ListTags",
        "lambda:TagResource",
        "lambda:UntagResource",
        "lambda:UpdateEventSourceMapping",
      ],
      resources: [arnOf(names, "lambda", "event-source-mapping:*")],
    },
    // Has no resource of its own before it is there.
    {
      actions: ["lambda:CreateEventSourceMapping"],
      resources: everything,
      conditions: { ArnLike: { "lambda:FunctionArn": functions(names)[0] ?? "" } },
    },
  ],
  "AWS::Lambda::Function": (names) => [
    {
      actions: [
        "lambda:CreateFunction",
        "lambda:DeleteFunction",
        "lambda:GetFunction",
        "lambda:GetFunctionCodeSigningConfig",
        "lambda:GetFunctionConfiguration",
        "lambda:GetFunctionRecursionConfig",
        "lambda:GetRuntimeManagementConfig",
        "lambda:ListTags",
        "lambda:TagResource",
        "lambda:UntagResource",
        "lambda:UpdateFunctionCode",
        "lambda:UpdateFunctionConfiguration",
      ],
      resources: functions(names),
    },
    // Its code, as `cdk deploy` put it there.
    {
      actions: ["s3:GetObject"],
      resources: [`arn:aws:s3:::cdk-hnb659fds-assets-${names.account}-${names.region}/*`],
    },
  ],
  "AWS::Lambda::Permission": (names) => [
    {
      actions: ["lambda:AddPermission", "lambda:GetPolicy", "lambda:RemovePermission"],
      resources: functions(names),
    },
  ],
  "AWS::Lambda::Version": (names) => [
    {
      actions: [
        "lambda:DeleteFunction",
        "lambda:GetFunction",
        "lambda:GetFunctionConfiguration",
        "lambda:GetProvisionedConcurrencyConfig",
        "lambda:GetRuntimeManagementConfig",
        "lambda:ListVersionsByFunction",
        "lambda:PublishVersion",
      ],
      resources: functions(names),
    },
  ],
  "AWS::Logs::LogGroup": (names) => [
    {
      actions: [
        "logs:AssociateKmsKey",
        "logs:CreateLogGroup",
        "logs:DeleteLogGroup",
        "logs:DisassociateKmsKey",
        "logs:ListTagsForResource",
        "logs:PutRetentionPolicy",
        "logs:TagResource",
        "logs:UntagResource",
      ],
      resources: logs(names),
    },
    { actions: ["logs:DescribeLogGroups"], resources: everything },
  ],
  "AWS::Logs::SubscriptionFilter": (names) => [
    {
      actions: [
        "logs:DeleteSubscriptionFilter",
        "logs:DescribeSubscriptionFilters",
        "logs:PutSubscriptionFilter",
      ],
      resources: logs(names),
    },
  ],
  "AWS::SQS::Queue": (names) => [
    {
      actions: [
        "sqs:CreateQueue",
        "sqs:DeleteQueue",
        "sqs:GetQueueAttributes",
        "sqs:GetQueueUrl",
        "sqs:ListQueueTags",
        "sqs:SetQueueAttributes",
        "sqs:TagQueue",
        "sqs:UntagQueue",
      ],
      resources: [arnOf(names, "sqs", madeName(names))],
    },
  ],
  "AWS::SQS::QueuePolicy": (names) => [
    {
      actions: ["sqs:GetQueueAttributes", "sqs:SetQueueAttributes"],
      resources: [arnOf(names, "sqs", madeName(names))],
    },
  ],
  "AWS::SSM::Parameter": (names) => [
    {
      actions: [
        "ssm:AddTagsToResource",
        "ssm:DeleteParameter",
        "ssm:GetParameters",
        "ssm:ListTagsForResource",
        "ssm:PutParameter",
        "ssm:RemoveTagsFromResource",
      ],
      resources: [arnOf(names, "ssm", `parameter/skill-call/${names.stage}/*`)],
    },
  ],
  "Custom::SkillCallAlexaSkills": custom,
  "Custom::SkillCallMessageLogs": custom,
  "Custom::SkillCallSipMediaApplication": custom,
  "Custom::SkillCallSipRule": custom,
};
