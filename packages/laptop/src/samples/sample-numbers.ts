/** The sample account: everything in it is fictitious (555-01xx numbers, made-up identifiers). */
export const awsAccountId = "123456789012";
export const awsRegion = "us-east-1";

/** The number that the skill calls: it belongs to the SIP media application. */
export const smaNumber = "+16073331111";
/** What a callee sees as the caller's number. */
export const callerIdNumber = "+12045550100";
/** Answers where nothing better is known. */
export const receptionNumber = "+12045550101";

export const sipMediaApplicationId = "d82f98e7-7557-4b6b-a690-3dcfcbf8ab2e";
export const sipRuleId = "7c06ea33-b310-4534-9660-207f13284187";
export const voiceConnectorArn = `arn:aws:chime:${awsRegion}:${awsAccountId}:vc/abcdef1ghij2klmno3pqr4`;

/** The Amazon Connect instance, its flows, and the queue where its agents are. */
export const connectInstanceId = "3f1c8f6e-7a52-4b0d-9d0e-1c2b3a495867";
export const connectInstanceArn = `arn:aws:connect:${awsRegion}:${awsAccountId}:instance/${connectInstanceId}`;
export const callbackFlowId = "5d0e9c1b-2f3a-4c5d-8e6f-7a8b9c0d1e2f";
export const whisperFlowId = "6e1fad2c-304b-4d6e-9f70-8b9cad1e2f30";
export const connectHandlerArn = `arn:aws:lambda:${awsRegion}:${awsAccountId}:function:skill-call-connect-handler`;
export const agentsQueueArn = `${connectInstanceArn}/queue/7f20be3d-415c-4e7f-a081-9cadbe2f3041`;

export const skillId = "amzn1.ask.skill.1d7b6a4e-5c1f-4d8f-9b57-3b1a5d1b8a11";
/** The Login with Amazon client ID that the skill's calls carry. */
export const skillClientId = "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48";

export const tableName = "skill-call-contexts";
