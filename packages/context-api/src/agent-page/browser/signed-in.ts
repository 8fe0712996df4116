import { type SignedIn, signInChannel } from "./sign-in-channel.ts";

const answer: SignedIn = { type: signInChannel, query: location.search };
history.replaceState(null, "", location.pathname);
// An issuer's page may have cut the tie to the opener; a page in another site's frame is on none of our channels.
window.opener?.postMessage(answer, location.origin);
new BroadcastChannel(signInChannel).postMessage(answer);
window.close();
