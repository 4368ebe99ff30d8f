/** One line of `bench-results.json`. */
export interface Result {
  name: string;
  value: number;
  unit: string;
  /** What the value is compared with, in the same unit, from the same run. */
  baseline: number;
  /** `value / baseline`. */
  ratio: number;
}
