import { DescribeKeyCommand } from "@aws-sdk/client-kms";
import { isNotThere, type LiveMistake, type Questions } from "./answer.ts";

/** Keys of what callers said: whether each is there, and can be used. A former one is needed while contexts under it live. */
export const askOfEncryption: Questions = ({ encryption }, { kms }) => {
  if (!encryption) return [];
  const { keyArn, formerKeyArns } = encryption;
  const places = [
    ["encryption.keyArn", keyArn] as const,
    ...formerKeyArns.map((arn, index) => [`encryption.formerKeyArns.${index}`, arn] as const),
  ];
  return places.map(([place, KeyId]) => ({
    place,
    ask: async (): Promise<LiveMistake[]> => {
      try {
        const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
        const { KeySpec, KeyState } = KeyMetadata ?? {};
        return [
          ...(KeyState === "Enabled"
            ? []
            : [
                {
                  place,
                  problem: `it is in the state ${KeyState}: no context under it can be read`,
                },
              ]),
          ...(KeySpec === "SYMMETRIC_DEFAULT"
            ? []
            : [{ place, problem: `it is a key for ${KeySpec}; data keys take a symmetric one` }]),
        ];
      } catch (error) {
        if (isNotThere(error)) return [{ place, problem: "there is no such key" }];
        throw error;
      }
    },
  }));
};
