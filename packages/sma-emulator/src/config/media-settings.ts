import * as v from "valibot";

const filePath = (about: string) =>
  v.pipe(v.string(), v.minLength(1, "must not be empty"), v.description(about));

const rtpPort = (about: string) =>
  v.pipe(
    v.number(),
    v.integer("must be a whole number"),
    v.minValue(1024, "must be at least 1024"),
    v.maxValue(65_535, "must be at most 65535"),
    v.description(about),
  );

/** SIP over TLS. */
export const tlsSettings = v.pipe(
  v.strictObject({
    port: v.optional(
      v.pipe(v.number(), v.integer("must be a whole number"), v.minValue(0), v.maxValue(65_535)),
      5061,
    ),
    certificate: filePath("File with our certificate chain, PEM"),
    key: filePath("File with its private key, PEM"),
    authorities: v.optional(
      filePath("File with those who vouch for peers that are called, PEM; Node's own without it"),
    ),
  }),
  v.description("SIP over TLS as well; peers that call need no certificate"),
);

/** How media travel. */
export const mediaSettings = v.strictObject({
  throughEmulator: v.optional(
    v.pipe(
      v.boolean(),
      v.description(
        "Media of bridged calls pass through the emulator, as through the service; false sends them from end to end",
      ),
    ),
    true,
  ),
  ports: v.optional(
    v.pipe(
      v.strictObject({
        from: rtpPort("The first port for RTP"),
        to: rtpPort("The last port for RTP"),
      }),
      v.description("UDP ports for RTP, a leg each, even ones; any free ones without it"),
    ),
  ),
  inactivitySeconds: v.optional(
    v.pipe(
      v.number(),
      v.minValue(0, "must be at least 0"),
      v.description(
        "A far end from which no media came for so long is asked whether it is there, and hung up on when it does not answer; 0: never",
      ),
    ),
    30,
  ),
});
