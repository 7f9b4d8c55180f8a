import { Failure } from '../http/failure.ts'

const longestName = 200

/**
 * The name under which a file is offered again. One that would be part of a path, that turns the direction of writing or that
 * hides characters is not repaired but refused: FILE_NAME_INVALID.
 */
export function cleanFileName(name: string | undefined): string {
  const clean = (name ?? '').normalize('NFC').trim()
  const isWrong =
    clean === '' ||
    [...clean].length > longestName ||
    /[/\\\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(clean) ||
    /^\.+$/.test(clean)
  if (isWrong) throw new Failure('FILE_NAME_INVALID')
  return clean
}

/** A download with its Chinese name (RFC 6266, RFC 5987), and a name in ASCII for programs that know no better. */
export function attachmentDisposition(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
