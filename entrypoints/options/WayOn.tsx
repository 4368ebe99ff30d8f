/** The way on from a database that does not open: above all else where it is needed, else folded beside what is stored. */
import { Broken } from '../../components/settings/Broken.tsx';
import { Fold } from '../../components/settings/Fold.tsx';
import { Section } from '../../components/settings/Section.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { text } from '../../lib/i18n/text.ts';
import { anew, anewNow, askAnew, isPart, leaveAnew, saveReadable, saving } from './broken.ts';
import { broken } from './state.ts';

interface WayOnProps {
  /** Reads the whole page again. */
  readAll: () => Promise<unknown>;
}

export function WayOnNow({ readAll }: WayOnProps) {
  if (broken.value !== null)
    return (
      <Section title={text('broken.title')} about={text('broken.about')}>
        <Steps readAll={readAll} />
      </Section>
    );
  const { value: state } = anew;
  return state.at === 'rest' && state.said ? <Notice kind={state.said.kind}>{state.said.words}</Notice> : null;
}

export function WayOnFold({ readAll }: WayOnProps) {
  return broken.value === null ? (
    <Fold title={text('broken.fold')}>
      <Steps readAll={readAll} />
    </Fold>
  ) : null;
}

function Steps({ readAll }: WayOnProps) {
  const needed = broken.value !== null || isPart.value;
  return (
    <Broken
      problem={broken.value}
      saving={saving.value}
      anew={{ state: anew.value, onLeave: leaveAnew, onNow: () => void anewNow(readAll) }}
      onSave={() => void saveReadable()}
      onAnew={needed ? () => askAnew(readAll) : null}
    />
  );
}
