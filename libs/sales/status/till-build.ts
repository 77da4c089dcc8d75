/**
 * Which build of the till this server hands out, so that a phone with another is known. The door that
 * serves the pages provides it; without it no build is old.
 */
export abstract class TillBuild {
  abstract current(): string | null;
}
