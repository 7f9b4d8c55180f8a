const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** The company's calendar day of a moment, `YYYY-MM-DD`. */
export const localDay = (at: Date): string => day.format(at)
