/** A correction beside the original: removed struck through, added underlined, moved named as moved; colour only helps. */
import { useState } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import type { Run } from './changes.ts';
import type { Part } from './compare.ts';
import { useParts } from './useParts.ts';

/** Both texts are Markdown; it is shown as it is written. What both have is folded, except beside a change. */
export function Diff({ before, after }: { before: string; after: string }) {
  const parts = useParts(before, after);
  return (
    <div class="diff" role="group" aria-label={text('diff.label')} aria-busy={parts === null}>
      {parts ? (
        parts.map((part, index) => <PartView key={index} part={beside(part, parts[index - 1], parts[index + 1])} />)
      ) : (
        <p class="fold">{text('diff.comparing')}</p>
      )}
    </div>
  );
}

/** The blank lines that Markdown wants around code and tables are no part of what is read. */
function beside(part: Part, before: Part | undefined, after: Part | undefined): Part {
  if (part.kind !== 'prose') return part;
  const isBlock = (other: Part | undefined): boolean => other?.kind === 'code' || other?.kind === 'table';
  const trimmed = part.runs.map(({ kind, text: run }, index): Run => {
    const start = index === 0 && isBlock(before) ? run.replace(/^\n+/, '') : run;
    return { kind, text: index === part.runs.length - 1 && isBlock(after) ? start.replace(/\n+$/, '') : start };
  });
  return { kind: 'prose', runs: trimmed.filter(({ text: run }) => run !== '') };
}

function PartView({ part }: { part: Part }) {
  switch (part.kind) {
    case 'prose':
      return (
        <div class="prose" dir="auto">
          {runs(part.runs)}
        </div>
      );
    case 'code':
      return <Code language={part.language} lines={part.lines} />;
    case 'table':
      return (
        <table aria-label={text('diff.table')}>
          <tbody>
            {part.rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, column) =>
                  row === 0 ? (
                    <th key={column} scope="col" dir="auto">
                      {runs(cell)}
                    </th>
                  ) : (
                    <td key={column} dir="auto">
                      {runs(cell)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      );
    default:
      return (
        <Fold
          lines={part.lines}
          whole={
            <div class="prose" dir="auto">
              {part.text}
            </div>
          }
        />
      );
  }
}

function runs(all: Run[]) {
  return all.map(({ kind, text: run }, index) => {
    switch (kind) {
      case 'removed':
        return <del key={index}>{run}</del>;
      case 'added':
        return <ins key={index}>{run}</ins>;
      case 'movedAway':
        return (
          <del key={index} class="moved">
            <small>{text('diff.movedAway')}</small> {startOf(run)}
            {'\n'}
          </del>
        );
      case 'movedHere':
        return (
          <ins key={index} class="moved">
            <small>{text('diff.movedHere')}</small> {run}
          </ins>
        );
      default:
        return <span key={index}>{run}</span>;
    }
  });
}

/** What moved is in full where it stands now; where it stood its beginning says which. */
const startOf = (run: string): string => {
  const line = run.trim().split('\n')[0]!;
  return line.length > 60
    ? `${line
        .slice(0, 60)
        .replace(/\s+\S*$/u, '')
        .toWellFormed()}…`
    : line;
};

/** Lines of code that stay to see beside a change. */
const context = 3;
const signs = { same: ' ', removed: '−', added: '+', movedAway: '−', movedHere: '+' } as const;

function Code({ language, lines }: { language: string; lines: Run[] }) {
  const near = (at: number): boolean => lines.slice(Math.max(0, at - context), at + context + 1).some(({ kind }) => kind !== 'same');
  const changed = lines.some(({ kind }) => kind !== 'same');
  const stretches: { folded: boolean; lines: Run[] }[] = [];
  lines.forEach((line, at) => {
    const folded = changed ? !near(at) : lines.length > 2 * context;
    const last = stretches.at(-1);
    if (last?.folded === folded) last.lines.push(line);
    else stretches.push({ folded, lines: [line] });
  });
  return (
    <figure class="code" aria-label={text('diff.code')}>
      {language && <figcaption>{language}</figcaption>}
      {stretches.map(({ folded, lines: some }, index) =>
        folded ? <Fold key={index} lines={some.length} whole={codeLines(some)} /> : <div key={index}>{codeLines(some)}</div>,
      )}
    </figure>
  );
}

function codeLines(lines: Run[]) {
  return lines.map(({ kind, text: line }, index) => {
    const Line = kind === 'same' ? 'div' : kind === 'removed' ? 'del' : 'ins';
    return (
      <Line key={index} class="line" data-sign={signs[kind]}>
        {line.replace(/\n$/, '') || '\u200B'}
      </Line>
    );
  });
}

function Fold({ lines, whole }: { lines: number; whole: preact.ComponentChildren }) {
  const [open, setOpen] = useState(false);
  if (open) return <>{whole}</>;
  return (
    <button type="button" class="fold" aria-expanded={false} onClick={() => setOpen(true)}>
      {text('diff.same', { n: lines })}
    </button>
  );
}
