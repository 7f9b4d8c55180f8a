import { useState } from 'react'

/** True from the first time that it is: what is on the page already is not taken away for what comes later. */
export function useOnce(isNow: boolean): boolean {
  const [was, setWas] = useState(isNow)
  if (isNow && !was) setWas(true)
  return isNow || was
}
