/** A field for a number, such as percent or tokens. */
import { Field } from '../ui/Field.tsx';

/** A whole number. What is no such number, or too much, is taken back to the nearest that is. */
export function Whole({ label, value, max, onValue }: { label: string; value: number; max: number; onValue: (value: number) => void }) {
  return (
    <Field label={label}>
      <input
        type="number"
        min={0}
        max={max}
        value={value}
        onChange={({ currentTarget }) => {
          const wanted = Math.min(max, Math.max(0, Math.round(currentTarget.valueAsNumber || 0)));
          currentTarget.value = String(wanted);
          onValue(wanted);
        }}
      />
    </Field>
  );
}
