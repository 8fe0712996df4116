import { sipp, testWith } from "@skill-call/test-peers";

export const sippTest = testWith(sipp);
