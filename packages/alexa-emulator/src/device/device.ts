/** The Alexa device in the room, as far as skills get to see it. */
export interface Device {
  readonly deviceId?: string;
  /**
   * What it can do: `speaker` plays audio, `screen` shows pages as well; or the very `supportedInterfaces` of the
   * request. Of the first two, a skill sees what its manifest asks for; a speaker without this.
   */
  readonly interfaces?: "speaker" | "screen" | Readonly<Record<string, object>>;
  /** IANA, `America/Los_Angeles`; UTC without it. */
  readonly timeZone?: string;
  readonly distanceUnits?: "METRIC" | "IMPERIAL";
  readonly temperatureUnit?: "CELSIUS" | "FAHRENHEIT";
  /** Absent where the customer has entered none: the address API answers 204. */
  readonly address?: DeviceAddress;
}

/** "Device Address API": whatever is absent is `null` there. */
export interface DeviceAddress {
  readonly addressLine1?: string;
  readonly addressLine2?: string;
  readonly addressLine3?: string;
  readonly city?: string;
  readonly stateOrRegion?: string;
  readonly districtOrCounty?: string;
  readonly countryCode?: string;
  readonly postalCode?: string;
}

/** Somebody whose voice the device knows. */
export interface Person {
  readonly personId?: string;
  /** Of an account that this person has linked. */
  readonly accessToken?: string;
  readonly givenName?: string;
  readonly fullName?: string;
  readonly email?: string;
}
