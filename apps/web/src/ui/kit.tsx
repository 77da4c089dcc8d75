import type { ReactNode } from 'react';
import { MantineProvider } from '@mantine/core';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Button.css';
import '@mantine/core/styles/ActionIcon.css';
import '@mantine/core/styles/Loader.css';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/PasswordInput.css';
import './kit.css';
import { useScheme } from './scheme';
import { theme, tokensForMantine } from './theme';

/**
 * Around a screen that uses Mantine's parts, in our colours. A screen with a tight budget (the
 * board, a till, the public pages) stands without it. A part that is new here brings its style
 * file to the list above, a dialog or a list to choose from to `kit-dialogs.ts`.
 */
export function Kit({ children }: { children: ReactNode }) {
  const { shown } = useScheme();
  return (
    <MantineProvider theme={theme} cssVariablesResolver={tokensForMantine} forceColorScheme={shown}>
      {children}
    </MantineProvider>
  );
}
