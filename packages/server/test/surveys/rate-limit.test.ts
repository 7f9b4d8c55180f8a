import { describe, expect, it } from 'vitest'
import { useApp } from '../app.ts'
import { outcomeOf, Respondent, SurveyDesk } from './survey.ts'

const server = useApp()
const desk = new SurveyDesk(server)

describe('whoever has a link', () => {
  it('is held back when asking far too often', async () => {
    const visitor = new Respondent(server, (await desk.published()).openLinkPath)
    const opened = await Promise.all(Array.from({ length: 400 }, () => visitor.open()))
    const refused = opened.find(({ statusCode }) => statusCode === 429)
    expect(refused && outcomeOf(refused)).toBe('TOO_MANY_ATTEMPTS')
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0)
  })
})
