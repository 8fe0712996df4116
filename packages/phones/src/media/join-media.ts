import type { MediaEndpoint } from "./media-endpoint.ts";

/** Lets the far ends of two endpoints hear each other, sound and keys. The answer parts them. */
export function joinMedia(one: MediaEndpoint, other: MediaEndpoint): () => void {
  const ends = [passOn(one, other), passOn(other, one)];
  return () => {
    for (const end of ends) end();
  };
}

function passOn(from: MediaEndpoint, to: MediaEndpoint): () => void {
  const deafen = [
    from.onAudio((frame) => to.pass(frame)),
    from.onKeyNews((news) => to.passKey(news)),
  ];
  return () => {
    for (const end of deafen) end();
  };
}
