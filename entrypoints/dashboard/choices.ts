/** What a person chooses in the export pane, and what that means to the export. */
import type { ExportChoicesMade } from '../../components/dashboard/ExportChoices.tsx';
import type { FormatChoice } from '../../components/dashboard/ExportPane.tsx';
import { formats } from '../../lib/export/formats/index.ts';
import { readers } from '../../lib/export/readers.ts';
import type { Choice } from '../../lib/export/choose.ts';

/** Everything, the newest review of each answer, in one file. */
export const plainChoices: ExportChoicesMade = {
  conflicts: 'latest',
  rating: '',
  agreement: '',
  wholeContext: false,
  providers: null,
  split: null,
  sample: null,
  maxTokens: null,
};

/** What the pane holds, as the export takes it. */
export function choiceOf({ conflicts, rating, agreement, wholeContext, providers, sample, maxTokens }: ExportChoicesMade): Choice {
  return {
    conflicts,
    rating: rating ? [rating === 'up' ? 1 : -1] : undefined,
    agreement: agreement ? [agreement] : undefined,
    wholeContext,
    providers: providers ?? undefined,
    sample: sample ?? undefined,
    maxTokens: maxTokens ?? undefined,
  };
}

/** The formats, as they are offered. */
export const offered: FormatChoice[] = formats.map(({ id, label, reader, models, minimum }) => ({
  id,
  label,
  models,
  reader: { id: reader, name: readers[reader] },
  minimum,
}));
