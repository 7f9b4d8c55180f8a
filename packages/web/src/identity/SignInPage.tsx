import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import type { InputRef } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { failureText } from '../api/raise-failure.ts'
import { LanguageChoice } from '../app/LanguageChoice.tsx'
import { Logo } from '../app/Logo.tsx'
import { DemoAccounts } from './DemoAccounts.tsx'
import styles from './SignInPage.module.css'
import { demoQuery } from './demo.ts'

interface Credentials {
  username: string
  password: string
}

/** Only an address within this web is returned to; anything else would let a link send people elsewhere. */
const isOwnAddress = (address: string) => /^\/(?![/\\])/.test(address)

/** Signs in and returns to where the person wanted to go. */
export function SignInPage() {
  const { t } = useTranslation('identity')
  const { t: tApp } = useTranslation('app')
  const { back } = useSearch({ from: '/signin' })
  const router = useRouter()
  const client = useQueryClient()
  const [form] = Form.useForm<Credentials>()
  const password = useRef<InputRef>(null)
  const demo = useQuery(demoQuery)

  const signIn = useMutation({
    mutationFn: (credentials: Credentials) => answerOf(api.POST('/api/session', { body: credentials })),
    meta: { ownFailures: true },
    onSuccess() {
      client.removeQueries({ queryKey: keys.me })
      router.history.push(back && isOwnAddress(back) ? back : '/')
    },
    onError() {
      form.resetFields(['password'])
      password.current?.focus()
    },
  })
  const chooseDemo = (username: string) => {
    form.setFieldsValue({ username, password: demo.data?.password ?? '' })
    if (demo.data?.password) signIn.mutate({ username, password: demo.data.password })
    else password.current?.focus()
  }
  useEffect(() => {
    document.title = `${t('title')} · ${tApp('name')}`
  }, [t, tApp])

  return (
    <main className={styles.page}>
      <section className={styles.sheet} aria-labelledby="sign-in-title">
        <header className={styles.brand}>
          <Logo size={44} />
          <div>
            <p className={styles.name}>{tApp('name')}</p>
            <p className={styles.tagline}>{tApp('tagline')}</p>
          </div>
        </header>
        <h1 id="sign-in-title" className={styles.title}>
          {t('title')}
        </h1>
        {back && <p className={styles.hint}>{t('returnHint')}</p>}
        {signIn.isError && <Alert type="error" showIcon role="alert" title={failureText(signIn.error)} />}
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => signIn.mutate(values)}>
          <Form.Item
            name="username"
            label={t('username')}
            rules={[{ required: true, message: t('usernameRequired') }]}
          >
            <Input size="large" autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('password')}
            rules={[{ required: true, message: t('passwordRequired') }]}
          >
            <Input.Password ref={password} size="large" autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
            {t('submit')}
          </Button>
        </Form>
        <LanguageChoice />
      </section>
      {demo.data && demo.data.accounts.length > 0 && (
        <DemoAccounts demo={demo.data} isBusy={signIn.isPending} choose={chooseDemo} />
      )}
    </main>
  )
}
