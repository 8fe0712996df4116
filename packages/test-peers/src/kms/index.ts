export { type KmsServer, kmsOverHttp } from "./kms-over-http.ts";
export { type KmsFault, StandInKms } from "./stand-in-kms.ts";
