import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { currentBundle } from '../i18n/language.ts'
import { ConnectionBanner } from '../api/ConnectionBanner.tsx'
import { raiseFailure } from '../api/raise-failure.ts'
import { MessageHost } from '../notify/MessageHost.tsx'
import { onRecovery } from '../api/connection.ts'
import { createQueryClient } from '../api/query-client.ts'
import { createAppRouter, returnAddress } from './router.tsx'
import { paths } from './paths.ts'
import { themeFor } from './theme.ts'
import { useNarrow } from './use-narrow.ts'

const queryClient = createQueryClient({
  signedOut() {
    queryClient.clear()
    void router.navigate(paths.signIn(returnAddress(router)))
  },
  refused: raiseFailure,
})
const router = createAppRouter(queryClient)

const openTask = (taskId: string) => void router.navigate(paths.task(taskId))

/**
 * Ant Design and the pages under the language and the width of the moment. A button of two characters is written as they
 * are, 提交 and not 提 交: its name has to be what is read.
 */
export function App() {
  useTranslation()
  const isNarrow = useNarrow()
  const theme = useMemo(() => themeFor(isNarrow), [isNarrow])
  useEffect(() => onRecovery(() => void queryClient.invalidateQueries()), [])

  const ant = currentBundle()?.ant
  return (
    <ConfigProvider {...(ant && { locale: ant })} theme={theme} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={queryClient}>
        <ConnectionBanner />
        <MessageHost openTask={openTask} />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  )
}
