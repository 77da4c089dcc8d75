import { useState } from 'react';
import { PasswordInput } from '@mantine/core';
import { Eye, EyeOff } from 'lucide-react';
import { m } from '../paraglide/messages.js';

interface PasswordFieldProps {
  label: string;
  /** What the browser's keeper of passwords needs to know. */
  kind: 'current-password' | 'new-password';
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string;
}

const eye = ({ reveal }: { reveal: boolean }) =>
  reveal ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />;

/** A password that can be looked at; by the keyboard too. */
export function PasswordField({ label, kind, value, onChange, hint, error }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <PasswordInput
      label={label}
      description={hint}
      name={kind}
      autoComplete={kind}
      size="md"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      aria-invalid={error !== undefined}
      visible={isShown}
      onVisibilityChange={setShown}
      visibilityToggleIcon={eye}
      visibilityToggleButtonProps={{
        'aria-label': isShown ? m.home_hide_password() : m.home_show_password(),
        tabIndex: 0,
        'aria-hidden': false,
      }}
    />
  );
}
