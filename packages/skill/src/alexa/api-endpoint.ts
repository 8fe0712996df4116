/** Alexa's API hosts by region (Alexa Skills Kit, "API endpoint"). */
const hosts = {
  "api.amazonalexa.com": "north-america",
  "api.eu.amazonalexa.com": "europe",
  "api.fe.amazonalexa.com": "far-east",
} as const;

/** Where emulators and tests answer in Alexa's place. */
const loopbackHosts = ["127.0.0.1", "localhost", "[::1]"];

export interface ApiEndpoint {
  /** Scheme and host, without a slash at the end. */
  readonly origin: string;
  readonly region: (typeof hosts)[keyof typeof hosts] | "loopback";
}

/** An endpoint that may be sent the caller's token: one of Amazon's, over TLS, or this machine's own. */
export function trustedApiEndpoint(url: string): ApiEndpoint | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, origin } = new URL(url);
  if (loopbackHosts.includes(hostname)) return { origin, region: "loopback" };
  if (protocol !== "https:" || !isAlexaHost(hostname)) return undefined;
  return { origin, region: hosts[hostname] };
}

function isAlexaHost(hostname: string): hostname is keyof typeof hosts {
  return Object.hasOwn(hosts, hostname);
}
