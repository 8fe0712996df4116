import { expect, test } from "@jest/globals";
import { trustedApiEndpoint } from "./api-endpoint.ts";

test.each([
  ["https://api.amazonalexa.com", "https://api.amazonalexa.com", "north-america"],
  ["https://api.amazonalexa.com/", "https://api.amazonalexa.com", "north-america"],
  ["https://API.AmazonAlexa.com", "https://api.amazonalexa.com", "north-america"],
  ["https://api.eu.amazonalexa.com", "https://api.eu.amazonalexa.com", "europe"],
  ["https://api.fe.amazonalexa.com", "https://api.fe.amazonalexa.com", "far-east"],
  ["http://127.0.0.1:8080", "http://127.0.0.1:8080", "loopback"],
  ["http://localhost:8080/", "http://localhost:8080", "loopback"],
  ["http://[::1]:8080", "http://[::1]:8080", "loopback"],
])("%s is trusted", (url, origin, region) => {
  expect(trustedApiEndpoint(url)).toEqual({ origin, region });
});

test.each([
  "http://api.amazonalexa.com",
  "https://api.amazonalexa.com.example.com",
  "https://api.amazonalexa.com@example.com",
  "https://example.com/api.amazonalexa.com",
  "https://evil-api.amazonalexa.com",
  "https://constructor",
  "http://127.0.0.1.example.com",
  "ftp://api.amazonalexa.com",
  "api.amazonalexa.com",
  "",
])("%s never gets a token", (url) => {
  expect(trustedApiEndpoint(url)).toBeUndefined();
});
