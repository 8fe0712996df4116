import type { Clock } from "@skill-call/lambda-config";
import { errors, type JWTPayload, jwtVerify } from "jose";
import type { JwtConfig } from "../config/config.ts";
import { UnauthorizedError, UnavailableError } from "../errors.ts";
import type { Caller } from "./caller.ts";
import { issuerKeys } from "./issuer-keys.ts";
import { scopes } from "./scopes.ts";

export interface JwtPorts {
  readonly clock: Pick<Clock, "now">;
}

/** Signatures that need the issuer's private key: a shared secret would let every reader of tokens write them. */
const algorithms = ["RS256", "PS256", "ES256", "ES384", "EdDSA", "Ed25519"];

/** Seconds by which the clocks of issuer and reader may differ. */
const clockTolerance = 5;

/** Reads `Authorization: Bearer <JWT>` (RFC 6750, RFC 7519). */
export function jwtCaller({ issuer, audience, jwksUrl }: JwtConfig, { clock }: JwtPorts) {
  const keys = issuerKeys({ issuer, jwksUrl });
  return async (authorization: string): Promise<Caller> => {
    const token = /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization)?.[1];
    if (token === undefined) throw new UnauthorizedError();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        algorithms,
        clockTolerance,
        requiredClaims: ["exp", "sub"],
        currentDate: new Date(clock.now()),
      });
      if (!isFor(audience, payload) || isBound(payload)) throw new UnauthorizedError();
      return callerOf(payload);
    } catch (cause) {
      throw isRefusal(cause) ? new UnauthorizedError({ cause }) : new UnavailableError({ cause });
    }
  };
}

function callerOf(payload: JWTPayload): Caller {
  const subject = `${payload.iss} ${payload.sub}`;
  return {
    subject,
    countedAs: subject,
    scopes: grantedScopes(payload),
    ...(payload.exp !== undefined && { provedUntil: payload.exp * 1000 }),
  };
}

/**
 * Whether the token counts only beside a proof of possession (RFC 7800), by DPoP (RFC 9449) or mutual TLS (RFC 8705).
 * That is not checked here, and without it a stolen one would do.
 */
function isBound({ cnf }: JWTPayload): boolean {
  return cnf !== undefined;
}

/** Access tokens of Amazon Cognito have no `aud`; as in API Gateway's JWT authorizer, `client_id` stands for it then. */
function isFor(audience: string, { aud, client_id: clientId }: JWTPayload): boolean {
  return [aud ?? clientId].flat().includes(audience);
}

/** `scope` is a list in a string (RFC 8693, section 4.2); some issuers write `scp`, as a string or a list. */
function grantedScopes({ scope, scp }: JWTPayload): Caller["scopes"] {
  const granted = [scope, scp].flat().flatMap((names) => String(names ?? "").split(" "));
  return new Set(scopes.filter((known) => granted.includes(known)));
}

/** What is wrong with the token, not with the way to the keys. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof UnauthorizedError ||
    error instanceof errors.JWTClaimValidationFailed ||
    error instanceof errors.JWTExpired ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JOSEAlgNotAllowed ||
    error instanceof errors.JOSENotSupported ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  );
}
