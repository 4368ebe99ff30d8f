import { holdWords } from '../../lib/i18n/holds.ts';
import { text } from '../../lib/i18n/text.ts';
import type { EraseScope, Hold, Keeping as Kept, RetentionRule } from '../../lib/model/erase.ts';
import { retentionWhens } from '../../lib/model/erase.ts';
import { Erase, type EraseProps } from '../review/Erase.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';

export interface KeepingProps extends EraseProps {
  keeping: Kept;
  /** Sites of which something is stored, and of how many answers; the most first. */
  sites: { origin: string; answers: number }[];
  /** What is chosen: an origin, or null for everything. */
  chosen: string | null;
  onChoose: (origin: string | null) => void;
  onRule: (rule: RetentionRule | null) => void;
  onHold: (hold: Hold, on: boolean) => void;
  onAsk: (scope: EraseScope) => void;
}

/** Days that a rule can be set to here; a policy may say any. */
const spans = [30, 90, 180, 365, 730, 1825];

/** How long reviews stay, what must stay, and erasing. */
export function Keeping(props: KeepingProps) {
  const { keeping, sites, chosen, onChoose, onRule, onHold, onAsk, ...erase } = props;
  const { rule, ruleFixed, holds } = keeping;
  const days = rule && !spans.includes(rule.days) ? [...spans, rule.days].toSorted((one, other) => one - other) : spans;
  const scope: Hold = chosen === null ? { kind: 'everything' } : { kind: 'site', origin: chosen };
  const total = sites.reduce((sum, { answers }) => sum + answers, 0);
  return (
    <div class="keeping">
      <Field label={text('keeping.rule')} hint={text(ruleFixed ? 'keeping.fixed' : 'keeping.ruleHint')}>
        <select
          value={String(rule?.days ?? 0)}
          disabled={ruleFixed}
          onChange={({ currentTarget: { value } }) => onRule(value === '0' ? null : { days: Number(value), when: rule?.when ?? 'settled' })}
        >
          {[0, ...days].map((n) => (
            <option key={n} value={String(n)} selected={n === (rule?.days ?? 0)}>
              {n === 0 ? text('keeping.never') : text('keeping.after', { n })}
            </option>
          ))}
        </select>
      </Field>
      {rule && (
        <Field label={text('keeping.when')}>
          <select
            value={rule.when}
            disabled={ruleFixed}
            onChange={({ currentTarget }) => onRule({ ...rule, when: currentTarget.value as RetentionRule['when'] })}
          >
            {retentionWhens.map((when) => (
              <option key={when} value={when} selected={when === rule.when}>
                {text(`keeping.${when}`)}
              </option>
            ))}
          </select>
        </Field>
      )}
      {holds.length > 0 && (
        <div class="held">
          <h3>{text('keeping.held')}</h3>
          <p class="hint">{text('keeping.holdHint')}</p>
          <ul>
            {holds.map(({ hold, fixed }) => (
              <li key={JSON.stringify(hold)} class="line">
                <span>{holdWords(hold)}</span>
                {fixed ? (
                  <span class="hint">{text('keeping.fixed')}</span>
                ) : (
                  <Button
                    kind="quiet"
                    aria-label={text('keeping.releaseOne', { what: holdWords(hold) })}
                    onClick={() => onHold(hold, false)}
                  >
                    {text('keeping.release')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Field label={text('keeping.what')}>
        <select value={chosen ?? ''} onChange={({ currentTarget: { value } }) => onChoose(value === '' ? null : value)}>
          <option value="" selected={chosen === null}>
            {text('keeping.all', { n: total })}
          </option>
          {sites.map(({ origin, answers: n }) => (
            <option key={origin} value={origin} selected={origin === chosen}>
              {text('keeping.site', { site: new URL(origin).host, n })}
            </option>
          ))}
        </select>
      </Field>
      <Erase {...erase} />
      {erase.state.at === 'rest' && (
        <div class="line">
          <Button onClick={() => onAsk(scope)}>{text('erase.ask')}</Button>
          {!holds.some(({ hold }) => JSON.stringify(hold) === JSON.stringify(scope)) && (
            <Button onClick={() => onHold(scope, true)}>{text('keeping.hold')}</Button>
          )}
        </div>
      )}
    </div>
  );
}
