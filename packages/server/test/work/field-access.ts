/** `canmou:task` with what it says of each field. */
export const fields = (access: Record<string, string>, attributes = ''): string =>
  `<canmou:task ${attributes}>${Object.entries(access)
    .map(([name, value]) => `<canmou:field name="${name}" access="${value}" />`)
    .join('')}</canmou:task>`
