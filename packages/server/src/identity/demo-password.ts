const publishedPassword = 'canmou-demo'

/** The one password of all demo accounts: the published one, or the installer's own (`CANMOU_DEMO_PASSWORD`). */
export function demoPassword(env: NodeJS.ProcessEnv = process.env): { value: string; published: boolean } {
  const own = env['CANMOU_DEMO_PASSWORD']
  return own === undefined || own === ''
    ? { value: publishedPassword, published: true }
    : { value: own, published: false }
}
