import { ExportPane } from '../../components/dashboard/ExportPane.tsx';
import type { createExports } from './exports.ts';

export interface ExportSectionProps {
  exports: ReturnType<typeof createExports>;
  /** The list's filters leave something out. */
  narrow: boolean;
  onAgain: () => void;
}

/** The export section with its state. */
export function ExportSection({ exports, narrow, onAgain }: ExportSectionProps) {
  const { formats, format, filtered, masked, fixedBy, choices, providers, making, saved, counted, listed, save, stop, count, list } =
    exports;
  return (
    <ExportPane
      formats={formats}
      format={format.value}
      filtered={{ there: narrow, on: filtered.value }}
      masked={{ on: masked.value, fixedBy: fixedBy.value }}
      choices={{ made: choices.value, providers: providers.value, onMade: (made) => (choices.value = made) }}
      making={making.value}
      saved={saved.value}
      counted={counted.value}
      listed={listed.value}
      onFormat={(id) => (format.value = id)}
      onFiltered={(on) => (filtered.value = on)}
      onMasked={(on) => (masked.value = on)}
      onSave={(file) => void save(file)}
      onCancel={stop}
      onAgain={onAgain}
      onCount={() => void count()}
      onList={(refused) => void list(refused)}
    />
  );
}
