import type { ITheme } from 'survey-core'

/**
 * Our colours for SurveyJS, the values of `styles/base.css`. Its shades are written out: SurveyJS derives them with relative
 * colours (`rgba(from …)`), which browsers inside messengers do not know yet. Sizes and edges are in `survey-form.css`.
 */
export const formTheme: ITheme = {
  themeName: 'default',
  colorPalette: 'light',
  isPanelless: true,
  cssVariables: {
    '--sjs2-typography-font-family-text': 'var(--font)',
    '--sjs2-color-project-brand-400': '#4f877f',
    '--sjs2-color-project-brand-600': '#1d5b52',
    '--sjs2-color-project-brand-700': '#12413a',
    '--sjs2-color-project-brand-800': '#12413a',
    '--sjs2-color-bg-brand-secondary': '#e7f0ed',
    '--sjs2-color-bg-brand-tertiary': 'transparent',
    '--sjs2-color-bg-brand-secondary-dim': '#d9e7e3',
    '--sjs2-color-bg-brand-tertiary-dim': '#e7f0ed',
    '--sjs2-color-bg-neutral-tertiary': 'transparent',
    '--sjs2-color-bg-neutral-tertiary-dim': '#eef0ec',
    '--sjs2-color-bg-alert-secondary': '#fbecea',
    '--sjs2-color-bg-alert-tertiary': 'transparent',
    '--sjs2-color-bg-alert-secondary-dim': '#f7dfdc',
    '--sjs2-palette-red-600': '#b3261e',
    '--sjs2-palette-red-700': '#b3261e',
    '--sjs2-color-fg-basic-primary': '#1c2422',
    '--sjs2-color-fg-basic-primary-muted': '#1c2422',
    '--sjs2-color-fg-basic-primary-dim': '#1c2422',
    '--sjs2-color-fg-basic-secondary': '#55615d',
    '--sjs2-color-fg-basic-tertiary': '#66716d',
    '--sjs2-color-border-basic-secondary': '#8d9892',
    '--sjs2-color-border-basic-secondary-overlay': '#c3c8c1',
    '--sjs2-color-utility-a11y': '#1d5b52',
    '--sjs2-color-utility-surface-survey': 'transparent',
    '--sjs2-color-utility-shadow-surface-default': 'transparent',
    '--sjs2-color-utility-shadow-surface-hovered': '#1d5b5266',
    '--sjs2-color-utility-shadow-floating-default': '#1d5b5226',
    '--sjs2-color-bg-basic-primary-dim': '#ffffff',
    '--sjs2-color-bg-basic-secondary': '#ffffff',
    '--sjs2-radius-form': '6px',
    '--sjs2-radius-form-item': '4px',
    '--sjs2-radius-component-rating': '6px',
  },
}
