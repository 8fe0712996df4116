import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import type { JwtConfig } from "../config/config.ts";
import { type TokenRefusal, UnauthorizedError, UnavailableError } from "../errors.ts";
import type { Caller } from "./caller.ts";
import { grantedScopes } from "./granted-scopes.ts";
import { type IssuerPorts, issuerKeys } from "./issuer-keys.ts";

/** Signatures that need the issuer's private key: a shared secret would let every reader of tokens write them. */
const algorithms = [
  ...["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  ...["ES256", "ES384", "ES512", "EdDSA", "Ed25519"],
];

/** Seconds by which the clocks of issuer and reader may differ. */
const clockTolerance = 5;

/** Reads `Authorization: Bearer <JWT>` (RFC 6750, RFC 7519). */
export function jwtCaller(config: JwtConfig, ports: IssuerPorts) {
  const keys = issuerKeys(config, ports);
  return async (authorization: string): Promise<Caller> => {
    const token = /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization)?.[1];
    if (token === undefined) throw new UnauthorizedError("missing");
    const claims = await signedClaims(token, keys, ports);
    return callerOf(claims, config, ports);
  };
}

/** @throws {UnauthorizedError} with what is wrong with the token; {UnavailableError} when the keys cannot be had */
async function signedClaims(
  token: string,
  keys: JWTVerifyGetKey,
  { clock }: IssuerPorts,
): Promise<JWTPayload> {
  const currentDate = new Date(clock.now());
  const checks = { algorithms, clockTolerance, requiredClaims: ["exp"], currentDate };
  try {
    return (await jwtVerify(token, keys, checks)).payload;
  } catch (cause) {
    const why = refusalOf(cause);
    throw why ? new UnauthorizedError(why, { cause }) : new UnavailableError({ cause });
  }
}

/** @throws {UnauthorizedError} when the token is not for this API, or another's alone */
function callerOf(claims: JWTPayload, config: JwtConfig, ports: IssuerPorts): Caller {
  const { issuer, audiences, scopes = {} } = config;
  if (claims.iss !== issuer) throw wrongIssuer(claims, issuer, ports);
  if (!isFor(audiences, claims)) throw new UnauthorizedError("aud");
  if (isBound(claims)) throw new UnauthorizedError("cnf");
  return { ...holderOf(claims), scopes: grantedScopes(claims, scopes, audiences) };
}

/**
 * `iss` is compared to the letter (RFC 7519, section 4.1.1), so a slash too many is told: it is hard to see. It may be
 * anything, even an object that cannot be made a text.
 */
function wrongIssuer({ iss }: JWTPayload, issuer: string, { log }: IssuerPorts): UnauthorizedError {
  const otherwise = issuer.endsWith("/") ? issuer.slice(0, -1) : `${issuer}/`;
  if (iss === otherwise)
    log("warn", "issuer.mismatch", { configured: issuer, said: iss, by: "token" });
  return new UnauthorizedError("iss");
}

/** Whose token it is. Those of machines often have no `sub`, but the ID of their client. */
function holderOf({ iss, sub, exp = 0, ...claims }: JWTPayload): Omit<Caller, "scopes"> {
  const holder = [sub, claims.client_id, claims.azp, claims.appid, claims.cid].find(isName);
  if (holder === undefined) throw new UnauthorizedError("sub");
  const subject = `${iss} ${holder}`;
  return { subject, countedAs: subject, provedUntil: exp * 1000 };
}

function isName(claim: unknown): claim is string {
  return typeof claim === "string" && claim !== "";
}

/**
 * Whether the token counts only beside a proof of possession (RFC 7800), by DPoP (RFC 9449) or mutual TLS (RFC 8705).
 * That is not checked here, and without it a stolen one would do.
 */
function isBound({ cnf }: JWTPayload): boolean {
  return cnf !== undefined;
}

/** Access tokens of Amazon Cognito have no `aud`; as in API Gateway's JWT authorizer, `client_id` stands for it then. */
function isFor(audiences: readonly string[], { aud, client_id: clientId }: JWTPayload): boolean {
  return [aud ?? clientId].flat().some((each) => audiences.some((audience) => audience === each));
}

const refusals: readonly (readonly [new (...args: never) => Error, TokenRefusal])[] = [
  [errors.JWTExpired, "exp"],
  [errors.JWTInvalid, "format"],
  [errors.JWSInvalid, "format"],
  [errors.JWSSignatureVerificationFailed, "signature"],
  [errors.JOSEAlgNotAllowed, "alg"],
  [errors.JOSENotSupported, "alg"],
  [errors.JWKSNoMatchingKey, "kid"],
  [errors.JWKSMultipleMatchingKeys, "kid"],
];

/** What is wrong with the token; `undefined`: with the way to the keys. */
function refusalOf(error: unknown): TokenRefusal | undefined {
  if (error instanceof errors.JWTClaimValidationFailed) {
    return error.claim === "exp" || error.claim === "nbf" ? error.claim : "format";
  }
  return refusals.find(([kind]) => error instanceof kind)?.[1];
}
