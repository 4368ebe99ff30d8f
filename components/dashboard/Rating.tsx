/** Thumbs. A second click on the same one takes it back. */
import { text } from '../../lib/i18n/text.ts';
import type { Rating as Thumb } from '../../lib/model/review.ts';

export function Rating({ rating, onRate }: { rating: Thumb | null; onRate: (rating: Thumb | null) => void }) {
  return (
    <div class="rating">
      {([1, -1] as const).map((thumb) => (
        <button
          key={thumb}
          type="button"
          class={thumb > 0 ? 'up' : 'down'}
          aria-label={text(thumb > 0 ? 'dashboard.up' : 'dashboard.down')}
          title={text(thumb > 0 ? 'dashboard.up' : 'dashboard.down')}
          aria-pressed={rating === thumb}
          onClick={() => onRate(rating === thumb ? null : thumb)}
        >
          <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
            <path d="M7 10.5 11 3c1.6 0 2.6 1.2 2.4 2.7L12.8 9H18a2 2 0 0 1 2 2.4l-1.3 6.9A2.1 2.1 0 0 1 16.6 20H7m0-9.5V20m0-9.5H4V20h3" />
          </svg>
        </button>
      ))}
    </div>
  );
}
