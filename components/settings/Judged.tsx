/** What is judged here, who set it, and how to set another: a file in, a file out, back to the default. */
import { listed } from '../../lib/i18n/numbers.ts';
import { roleWords, wordsOf } from '../../lib/i18n/rubric.ts';
import { text } from '../../lib/i18n/text.ts';
import type { Policy } from '../../lib/model/policy.ts';
import { defaultRubric } from '../../lib/model/rubric.ts';
import { Guidelines } from '../review/Guidelines.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Categories, Criteria } from './Rubric.tsx';
import { FileButton } from './FileButton.tsx';
import { Fold } from './Fold.tsx';
import { WayBack } from './WayBack.tsx';

export interface JudgedProps {
  policy: Policy;
  by: 'organisation' | 'person' | 'default';
  /** What is wrong with the organisation's policy, in words; null: nothing. */
  wrong: string | null;
  /** Why the last file was not taken, in words. */
  refused: string | null;
  /** What was just done and can be undone, in words. */
  done: string | null;
  onFile: (file: File) => void;
  onExport: () => void;
  onDefault: () => void;
  onBack: () => void;
}

export function Judged({ policy, by, wrong, refused, done, onFile, onExport, onDefault, onBack }: JudgedProps) {
  const { rubric, roles, escalateTo } = policy;
  const { guidelines } = wordsOf(rubric);
  const required = requiredWords(policy.required);
  const fixed = by === 'organisation' || wrong !== null;
  return (
    <div class="judged">
      {wrong !== null && (
        <Notice kind="bad">
          <p>{text('policy.wrong')}</p>
          <p>{wrong}</p>
        </Notice>
      )}
      <div class="set">
        <div>
          <h3>{rubric.id === defaultRubric.id ? text('policy.ours') : rubric.id}</h3>
          <p class="hint">
            {text('policy.rubricVersion', { version: rubric.version })}
            {policy.version !== null && ` · ${text('policy.version', { version: policy.version })}`}
          </p>
        </div>
        <span class="tag">{text(`policy.by.${by}`)}</span>
      </div>
      <div class="folds">
        <Fold title={text('policy.categories')} count={rubric.categories.length}>
          <Categories rubric={rubric} />
        </Fold>
        <Fold title={text('policy.criteria')} count={rubric.criteria.length}>
          <Criteria rubric={rubric} />
        </Fold>
        {guidelines !== null && (
          <Fold title={text('policy.guidelines')}>
            <Guidelines markdown={guidelines} />
          </Fold>
        )}
        <Fold title={text('policy.roles')} count={roles.length}>
          <dl>
            {roles.map((role) => (
              <div key={role.id}>
                <dt>{roleWords(role)}</dt>
                <dd>
                  {role.may.length === 0
                    ? text('policy.mayNothing')
                    : text('policy.may', { what: listed(role.may.map((decision) => text(`decision.${decision}`))) })}
                </dd>
              </div>
            ))}
          </dl>
          <p class="hint">
            {escalateTo.length === 0 ? text('policy.escalateAny') : text('policy.escalateTo', { who: listed(escalateTo) })}
          </p>
        </Fold>
        <Fold title={text('policy.required')}>
          {required.length === 0 ? (
            <p class="soft">{text('policy.requiredNone')}</p>
          ) : (
            <ul>
              {required.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
        </Fold>
      </div>
      <WayBack done={done} onBack={onBack} />
      {refused !== null && <Notice kind="bad">{refused}</Notice>}
      {!fixed && <p class="hint">{text('policy.how')}</p>}
      <div class="line">
        {!fixed && <FileButton label={text('policy.import')} onFile={onFile} />}
        <Button onClick={onExport}>{text('policy.export')}</Button>
        {by === 'person' && !fixed && (
          <Button kind="quiet" onClick={onDefault}>
            {text('policy.toDefault')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Which answers must be reviewed, one sentence a kind of rule. */
function requiredWords({ hosts = [], words = [] }: Policy['required']): string[] {
  const named = hosts.filter((host) => host !== '*');
  return [
    named.length < hosts.length ? text('policy.requiredAll') : null,
    named.length > 0 ? text('policy.requiredHosts', { hosts: listed(named) }) : null,
    words.length > 0 ? text('policy.requiredWords', { words: listed(words) }) : null,
  ].filter((sentence) => sentence !== null);
}
