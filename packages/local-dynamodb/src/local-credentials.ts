/** The credentials that a client of the local DynamoDB signs with; any would do. */
export const localCredentials = { accessKeyId: "local", secretAccessKey: "local" } as const;
