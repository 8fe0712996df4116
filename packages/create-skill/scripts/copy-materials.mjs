// Puts beside the command what it copies into a project: the sample icons, and the versions of what a project installs.
import { cpSync, readFileSync, writeFileSync } from "node:fs";

cpSync("../../skill-package/assets/images/icon-108.png", "dist/icons/icon-108.png");
cpSync("../../skill-package/assets/images/icon-512.png", "dist/icons/icon-512.png");

const manifests = ["../skill", "../alexa-emulator", "../published-cli"].map((room) =>
  JSON.parse(readFileSync(`${room}/package.json`, "utf8")),
);
const versions = manifests.map(({ name, version }) => [name, version]);
writeFileSync("dist/versions.json", JSON.stringify(Object.fromEntries(versions)));
