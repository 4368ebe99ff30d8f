/** Export: what is taken beyond the list's filters, what counts where reviewers differ, and how the files are split. */
import { number } from '../../lib/i18n/numbers.ts';
import { text, type Key } from '../../lib/i18n/text.ts';
import { Field } from '../ui/Field.tsx';
import { Switch } from '../ui/Switch.tsx';
import { providerNames } from './providers.ts';
import { Whole } from './Whole.tsx';

/** What a person chose; the empty word of a list stands for all. */
export interface ExportChoicesMade {
  conflicts: 'latest' | 'majority' | 'adjudicated';
  rating: '' | 'up' | 'down';
  agreement: '' | 'alone' | 'agreed' | 'differ';
  wholeContext: boolean;
  /** Only models of these providers, the empty one for those that are not known; null: all. */
  providers: string[] | null;
  /** Percent of the conversations; null: one file for all. */
  split: { validation: number; test: number } | null;
  /** Percent of everything that is drawn; null: all of it. */
  sample: { percent: number; seed: string } | null;
  /** Of a row, about; null: any. */
  maxTokens: number | null;
}

export interface ExportChoicesProps {
  made: ExportChoicesMade;
  /** Providers that stand in what was read, by how often. */
  providers: Record<string, number>;
  onMade: (made: ExportChoicesMade) => void;
}

const conflicts = ['latest', 'majority', 'adjudicated'] as const;
const ratings = ['', 'up', 'down'] as const;
const agreements = ['', 'alone', 'agreed', 'differ'] as const;

export function ExportChoices({ made, providers, onMade }: ExportChoicesProps) {
  const change = (part: Partial<ExportChoicesMade>): void => onMade({ ...made, ...part });
  return (
    <details class="more">
      <summary>{text('export.more')}</summary>
      <div>
        <Choose
          label={text('export.conflicts')}
          hint={made.conflicts === 'adjudicated' ? text('export.adjudicator') : undefined}
          options={conflicts}
          value={made.conflicts}
          name={(id) => text(`export.conflicts.${id}`)}
          onChoose={(id) => change({ conflicts: id })}
        />
        <div class="pair">
          <Choose
            label={text('export.rating')}
            options={ratings}
            value={made.rating}
            name={(id) => text(id ? `verdict.${id}` : 'export.any')}
            onChoose={(rating) => change({ rating })}
          />
          <Choose
            label={text('export.agreement')}
            options={agreements}
            value={made.agreement}
            name={(id) => text(id ? `export.agreement.${id}` : 'export.any')}
            onChoose={(agreement) => change({ agreement })}
          />
        </div>
        <Switch label={text('export.wholeContext')} checked={made.wholeContext} onChange={(wholeContext) => change({ wholeContext })} />
        <Switch
          label={text('export.allowed')}
          hint={made.providers ? text('export.allowedHint') : undefined}
          checked={made.providers !== null}
          onChange={(on) => change({ providers: on ? [] : null })}
        />
        {made.providers && <Providers all={providers} allowed={made.providers} onAllowed={(allowed) => change({ providers: allowed })} />}
        <Switch
          label={text('export.split')}
          hint={made.split ? text('export.splitHint') : undefined}
          checked={made.split !== null}
          onChange={(on) => change({ split: on ? { validation: 10, test: 10 } : null })}
        />
        {made.split && (
          <div class="pair">
            <Whole
              label={text('export.validation')}
              value={made.split.validation}
              max={99 - made.split.test}
              onValue={(validation) => change({ split: { test: 0, ...made.split, validation } })}
            />
            <Whole
              label={text('export.test')}
              value={made.split.test}
              max={99 - made.split.validation}
              onValue={(test) => change({ split: { validation: 0, ...made.split, test } })}
            />
          </div>
        )}
        <Switch
          label={text('export.sample')}
          checked={made.sample !== null}
          onChange={(on) => change({ sample: on ? { percent: 10, seed: '1' } : null })}
        />
        {made.sample && (
          <div class="pair">
            <Whole
              label={text('export.percent')}
              value={made.sample.percent}
              max={100}
              onValue={(percent) => change({ sample: { seed: '1', ...made.sample, percent } })}
            />
            <Field label={text('export.seed')} hint={text('export.seedHint')}>
              <input
                value={made.sample.seed}
                maxLength={100}
                onChange={({ currentTarget }) => change({ sample: { percent: 10, ...made.sample, seed: currentTarget.value } })}
              />
            </Field>
          </div>
        )}
        <Switch
          label={text('export.shortOnly')}
          hint={made.maxTokens === null ? undefined : text('export.shortOnlyHint')}
          checked={made.maxTokens !== null}
          onChange={(on) => change({ maxTokens: on ? 4096 : null })}
        />
        {made.maxTokens !== null && (
          <div class="pair">
            <Whole
              label={text('export.maxTokens')}
              value={made.maxTokens}
              max={10_000_000}
              onValue={(maxTokens) => change({ maxTokens: Math.max(1, maxTokens) })}
            />
          </div>
        )}
      </div>
    </details>
  );
}

interface ChooseProps<Id extends string> {
  label: string;
  hint?: string;
  options: readonly Id[];
  value: Id;
  name: (id: Id) => string;
  onChoose: (id: Id) => void;
}

function Choose<Id extends string>({ label, hint, options, value, name, onChoose }: ChooseProps<Id>) {
  return (
    <Field label={label} hint={hint}>
      <select value={value} onChange={({ currentTarget }) => onChoose(options.find((id) => id === currentTarget.value) ?? value)}>
        {options.map((id) => (
          <option key={id} value={id} selected={id === value}>
            {name(id)}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface ProvidersProps {
  all: Record<string, number>;
  allowed: string[];
  onAllowed: (allowed: string[]) => void;
}

function Providers({ all, allowed, onAllowed }: ProvidersProps) {
  return (
    <fieldset>
      <legend>{text('export.providers')}</legend>
      {Object.entries(all)
        .toSorted(([, one], [, other]) => other - one)
        .map(([id, n]) => (
          <label class="choice" key={id}>
            <input
              type="checkbox"
              checked={allowed.includes(id)}
              onChange={({ currentTarget }) => onAllowed(currentTarget.checked ? [...allowed, id] : allowed.filter((one) => one !== id))}
            />
            <span>{id ? (providerNames[id] ?? id) : text('export.unknownProvider' satisfies Key)}</span>
            <span class="count">{number(n)}</span>
          </label>
        ))}
    </fieldset>
  );
}
