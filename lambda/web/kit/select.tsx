interface Props {
  name: string;
  label: string;
  sent: Record<string, string>;
  /** Values with what they are called; the empty value stands for no filter. */
  choices: readonly (readonly [value: string, name: string])[];
}

/** A choice with its label; a value that was sent and is not among them stays, under its own name. */
export function Select({ name, label, sent, choices }: Props) {
  const value = sent[name] ?? '';
  const all = choices.some(([known]) => known === value) ? choices : [...choices, [value, value] as const];
  return (
    <div>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {all.map(([known, text]) => (
          <option value={known} selected={known === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
