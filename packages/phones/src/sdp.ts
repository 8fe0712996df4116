export { MediaError } from "./media/media-error.ts";
export { agree } from "./media/sdp/audio-session.ts";
export { agreedDescription } from "./media/sdp/own-description.ts";
export { parseSdp } from "./media/sdp/parse-sdp.ts";
export { writeSdp } from "./media/sdp/write-sdp.ts";
