import { expect, it } from 'vitest'
import { letInAgain } from '../../src/identity/let-in-again.ts'
import { signIn, useApp } from '../app.ts'
import { testPassword } from '../demo.ts'

const app = useApp()

it('an administrator who forgot his password gets in with the new one alone', async () => {
  const cookie = await signIn(app.app, 'processAdmin')
  const done = await letInAgain(app.database, 'processAdmin')
  await expect(signIn(app.app, 'processAdmin', testPassword)).rejects.toThrow('CREDENTIALS_WRONG')
  const me = await app.app.inject({ method: 'GET', url: '/api/me', headers: { cookie } })
  expect(me.statusCode).toBe(401)
  const fresh = await signIn(app.app, 'processAdmin', done?.password ?? '')
  const log = await app.app.inject({
    method: 'GET',
    url: '/api/organization/changes',
    headers: { cookie: fresh },
  })
  expect(log.json<{ items: { action: string; subject: object }[] }>().items[0]).toMatchObject({
    action: 'person.passwordReset',
    subject: { personId: app.idOf('processAdmin') },
  })
})

it('nobody is let in under a name that nobody has', async () => {
  expect(await letInAgain(app.database, 'nobody')).toBeUndefined()
})
