import type { ServiceWords } from "../rules/finding.ts";
import { type ParameterRules, required } from "../rules/parameter-rules.ts";
import { anyText, oneOf } from "../rules/value-rules.ts";

/** An audio file in a bucket of the SMA's own account. */
export interface S3Object {
  readonly Type: "S3";
  readonly BucketName: string;
  readonly Key: string;
}

/** Where an audio file lies, as the builders take it. */
export interface AudioFile {
  readonly bucketName: string;
  readonly key: string;
}

export function s3Object({ bucketName, key }: AudioFile): S3Object {
  return { Type: "S3", BucketName: bucketName, Key: key };
}

export const invalidAudioSource: ServiceWords = {
  errorType: "InvalidAudioSource",
  message: "Audio Source parameter value is invalid.",
};

export function s3ObjectRules(words: ServiceWords): ParameterRules<keyof S3Object> {
  return {
    Type: required(oneOf("S3"), words),
    BucketName: required(anyText, words),
    Key: required(anyText, words),
  };
}
