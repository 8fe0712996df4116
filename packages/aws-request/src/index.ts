export {
  type AwsClient,
  type AwsClientOptions,
  awsClient,
  type ServiceRequest,
} from "./aws-client.ts";
export {
  type AwsCredentials,
  type AwsService,
  credentialsIn,
  type Environment,
  endpointIn,
  regionIn,
} from "./aws-environment.ts";
export {
  createDataKeys,
  type DataKeysOptions,
  type KmsDataKeys,
  type MadeDataKey,
} from "./data-keys.ts";
export { AwsServiceError, type JsonOperation, jsonOperation } from "./json-operation.ts";
export { createSecretReader, type ReadSecret, type SecretReaderOptions } from "./secret-reader.ts";
export { type HttpAnswer, type SendOptions, send } from "./send.ts";
export { type Signing, signedHeaders, type UnsignedRequest } from "./sign.ts";
