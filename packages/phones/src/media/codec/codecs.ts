import type { CodecName } from "../sdp/audio-session.ts";
import { aLaw } from "./a-law.ts";
import type { AudioCodec } from "./audio-codec.ts";
import { muLaw } from "./mu-law.ts";

export const codecs: Readonly<Record<CodecName, AudioCodec>> = { PCMU: muLaw, PCMA: aLaw };
