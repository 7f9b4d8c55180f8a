import type { ThemeConfig } from 'antd'

/**
 * The look of the web: pine for what can be acted on, ink for what is read, and seal red kept for what a seal or a
 * deadline says. Every pairing of text and ground below keeps 4.5:1 (WCAG 2.2 AA §1.4.3). The same values stand as
 * custom properties in `styles/base.css` for our own elements.
 */
export const palette = {
  pine: '#1d5b52',
  pineDeep: '#12413a',
  pineMist: '#e7f0ed',
  ink: '#1c2422',
  inkSoft: '#55615d',
  paper: '#f4f5f2',
  sheet: '#ffffff',
  line: '#dcdfd9',
  seal: '#b3261e',
  amber: '#8a5300',
  blue: '#2a5b8c',
} as const

export const systemFonts =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei UI", ' +
  '"Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif'

/** @param isTouch the phone layout: controls grow to the 44 px that a finger needs (features.md §3.5) */
export const themeFor = (isTouch: boolean): ThemeConfig => ({
  token: {
    colorPrimary: palette.pine,
    colorInfo: palette.blue,
    colorError: palette.seal,
    colorWarning: palette.amber,
    colorSuccess: '#2d6a3a',
    colorLink: palette.pine,
    colorLinkHover: palette.pineDeep,
    colorTextBase: palette.ink,
    colorTextSecondary: palette.inkSoft,
    colorTextDescription: palette.inkSoft,
    colorTextTertiary: '#66716d',
    colorTextPlaceholder: '#6b7571',
    colorBgLayout: palette.paper,
    colorBorder: '#c3c8c1',
    colorBorderSecondary: palette.line,
    borderRadius: 6,
    borderRadiusLG: 8,
    fontFamily: systemFonts,
    fontSize: isTouch ? 16 : 14,
    controlHeight: isTouch ? 44 : 34,
    controlHeightSM: isTouch ? 44 : 28,
    lineHeight: 1.6,
    boxShadowTertiary: 'none',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.18s',
  },
  components: {
    Table: { headerBg: '#eef0ec', headerColor: palette.inkSoft, cellPaddingBlock: 11, rowHoverBg: '#f7f8f5' },
    Tabs: { titleFontSize: isTouch ? 16 : 14 },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Tag: { defaultBg: '#eef0ec' },
  },
})
