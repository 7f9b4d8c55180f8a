import type { Static } from 'typebox'
import type { Locale, SignIn } from '@canmou/contract'
import { recordAct } from '../audit/audit-log.ts'
import type { Actor } from '../http/actor.ts'
import type { Context } from '../http/context.ts'
import { Failure } from '../http/failure.ts'
import { levelOf } from '../organization/levels.ts'
import { localDay } from '../organization/local-day.ts'
import { hashOf, newSecret } from './authentication.ts'
import { passwordFits } from './password.ts'
import { SignInLimit } from './sign-in-limit.ts'

const minutes = 60_000

interface Account extends Omit<Actor, 'clearance'> {
  clearance: number
  passwordHash: string | null
}

/** Lets people in. Guessing is slowed down per user name and per address; the counts live as long as this process. */
export class SignInDesk {
  private readonly context: Context
  private readonly perName = new SignInLimit(10, 5 * minutes)
  private readonly perAddress = new SignInLimit(100, 5 * minutes)

  constructor(context: Context) {
    this.context = context
  }

  /** Opens a session; `secret` goes into the cookie. A session that the browser already has is closed. */
  async signIn(
    { username, password }: Static<typeof SignIn>,
    address: string,
    formerSecret: string | undefined,
  ): Promise<{ secret: string; actor: Actor }> {
    const nameKey = `${username.toLowerCase()} ${address}`
    this.refuseGuessing(nameKey, address)
    const account = await this.findAccount(username)
    if (!(await passwordFits(account?.passwordHash ?? undefined, password)) || !account) {
      const now = this.context.now().getTime()
      this.perName.countFailure(nameKey, now)
      this.perAddress.countFailure(address, now)
      throw new Failure('CREDENTIALS_WRONG')
    }
    this.perName.forget(nameKey)
    const { passwordHash: _, clearance, ...person } = account
    const secret = await this.openSession(person.id, formerSecret)
    return { secret, actor: { ...person, clearance: levelOf(clearance) } }
  }

  async signOut(secret: string | undefined): Promise<void> {
    if (secret === undefined) return
    await this.context.database.asSystem(async (tx) => {
      const ended = await tx.first<{ personId: string }>(
        'delete from sessions where id_hash = $1 returning person_id as "personId"',
        [hashOf(secret)],
      )
      if (ended) await recordAct(tx, { personId: ended.personId, action: 'session.ended' })
    })
  }

  private refuseGuessing(nameKey: string, address: string): void {
    const now = this.context.now().getTime()
    const seconds = Math.max(
      this.perName.secondsToWait(nameKey, now),
      this.perAddress.secondsToWait(address, now),
    )
    if (seconds > 0) throw new Failure('TOO_MANY_ATTEMPTS', { seconds })
  }

  private findAccount(username: string): Promise<Account | undefined> {
    return this.context.database.asSystem((tx) =>
      tx.first<Account & { locale: Locale }>(
        `select p.id, p.username, p.name, p.clearance, p.locale, p.department_id as "departmentId",
                c.password_hash as "passwordHash",
                array(select a.position_id
                        from position_assignments a
                       where a.person_id = p.id
                         and a.valid_from <= $2::date
                         and (a.valid_to is null or a.valid_to >= $2::date)
                       order by a.position_id) as positions
           from people p
           left join credentials c on c.person_id = p.id
          where p.username = $1 and p.disabled_at is null`,
        [username, localDay(this.context.now())],
      ),
    )
  }

  private async openSession(personId: string, formerSecret: string | undefined): Promise<string> {
    const { secret, hash } = newSecret()
    await this.context.database.asSystem(async (tx) => {
      await Promise.all([
        tx.execute('delete from sessions where id_hash = $1 or expires_at < now()', [
          formerSecret === undefined ? null : hashOf(formerSecret),
        ]),
        tx.execute(
          `insert into sessions (id_hash, person_id, expires_at) values ($1, $2, now() + interval '12 hours')`,
          [hash, personId],
        ),
        recordAct(tx, { personId, action: 'session.started' }),
      ])
    })
    return secret
  }
}
