import { describe, expect, it } from 'vitest'
import { csvOf, namesIn } from './link-list.ts'

describe('personal links', () => {
  it('are made for each name once, however it was pasted', () => {
    expect(namesIn(' 李工 \r\n王主任\t张工\n\n李工')).toEqual(['李工', '王主任', '张工'])
  })

  it('are downloaded as a table in which no field becomes a formula', () => {
    expect(
      csvOf(
        ['对象', '链接'],
        [
          ['=1+1', 'a"b'],
          ['李工', 'x'],
        ],
      ),
    ).toBe('\ufeff"对象","链接"\r\n"\'=1+1","a""b"\r\n"李工","x"\r\n')
  })
})
