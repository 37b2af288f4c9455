import type { Extraction } from '../model/extraction.ts';
import type { Instant } from '../model/instant.ts';
import type { SpeakerObservation } from '../store/store-shapes.ts';

/** What one item shows of the persons and organisations whose statements it has. */
export function speakerObservations(extraction: Extraction, seenAt: Instant): SpeakerObservation[] {
  return extraction.speakers.flatMap(({ id, name, kind, aliases, role, statements }) =>
    id === null || statements === 0 ? [] : [{ id, name, kind, aliases, role, seenAt }],
  );
}
