/** A point on the map, in degrees. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

const earthRadiusKm = 6371;

/** How far apart two places are, good enough to tell which of two branches is closer. */
export function distanceKm(a: Place, b: Place): number {
  const east =
    radians(b.longitude - a.longitude) * Math.cos(radians((a.latitude + b.latitude) / 2));
  const north = radians(b.latitude - a.latitude);
  return Math.hypot(east, north) * earthRadiusKm;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
