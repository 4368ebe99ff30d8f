import { useRef } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';

export interface FileButtonProps {
  label: string;
  /** Which files are offered; JSON if absent. */
  accept?: string;
  onFile: (file: File) => void;
}

/** A button that asks for a file. */
export function FileButton({ label, accept = '.json,application/json', onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>{label}</Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onFile(file);
          // The same file, mended, is a choice again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
