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

export const skillId = "amzn1.ask.skill.1d7b6a4e-5c1f-4d8f-9b57-3b1a5d1b8a11";
/** The Login with Amazon client ID that the skill's calls carry. */
export const skillClientId = "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48";

export const tableName = "skill-call-contexts";
