import { fileTypeFromBuffer } from 'file-type'
import { Failure } from '../http/failure.ts'

/** What the content of a file of this name has to be: `text`, or one of the kinds that file-type tells from it. */
interface AcceptedType {
  mediaType: string
  content: 'text' | readonly string[]
}

const openXml = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'
/** A document that is a zip archive is told as one where its beginning does not say more. */
const zipped = (mediaType: string, extension: string): AcceptedType => ({
  mediaType,
  content: [extension, 'zip'],
})
const binary = (mediaType: string, ...content: string[]): AcceptedType => ({ mediaType, content })
const text = (mediaType: string): AcceptedType => ({ mediaType, content: 'text' })

/** What a department exchanges: office documents, PDF, pictures, plain text, zip. Nothing that a browser would run. */
const accepted: Record<string, AcceptedType> = {
  docx: zipped(`${openXml}.wordprocessingml.document`, 'docx'),
  xlsx: zipped(`${openXml}.spreadsheetml.sheet`, 'xlsx'),
  pptx: zipped(`${openXml}.presentationml.presentation`, 'pptx'),
  odt: zipped(`${openDocument}.text`, 'odt'),
  ods: zipped(`${openDocument}.spreadsheet`, 'ods'),
  odp: zipped(`${openDocument}.presentation`, 'odp'),
  doc: binary('application/msword', 'cfb'),
  xls: binary('application/vnd.ms-excel', 'cfb'),
  ppt: binary('application/vnd.ms-powerpoint', 'cfb'),
  wps: binary('application/vnd.ms-works', 'cfb'),
  et: binary('application/vnd.ms-excel', 'cfb'),
  dps: binary('application/vnd.ms-powerpoint', 'cfb'),
  rtf: binary('application/rtf', 'rtf'),
  pdf: binary('application/pdf', 'pdf'),
  png: binary('image/png', 'png', 'apng'),
  jpg: binary('image/jpeg', 'jpg'),
  jpeg: binary('image/jpeg', 'jpg'),
  gif: binary('image/gif', 'gif'),
  webp: binary('image/webp', 'webp'),
  bmp: binary('image/bmp', 'bmp'),
  tif: binary('image/tiff', 'tif'),
  tiff: binary('image/tiff', 'tif'),
  heic: binary('image/heic', 'heic'),
  txt: text('text/plain'),
  csv: text('text/csv'),
  md: text('text/markdown'),
  zip: binary('application/zip', 'zip'),
}

/**
 * The media type of a file, by its name and by what its beginning is in fact. Fails with FILE_TYPE_REFUSED where the two do
 * not agree, or where files of this kind are not taken.
 */
export async function acceptedMediaType(name: string, head: Buffer): Promise<string> {
  const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const type = Object.hasOwn(accepted, extension) ? accepted[extension] : undefined
  const isRight =
    type !== undefined &&
    (type.content === 'text' ? isPlainText(head) : type.content.includes(await kindOf(head)))
  if (!isRight) throw new Failure('FILE_TYPE_REFUSED', { name })
  return type.mediaType
}

async function kindOf(head: Buffer): Promise<string> {
  return (await fileTypeFromBuffer(head))?.ext ?? ''
}

/** Text in an encoding of this part of the world, and not the beginning of a page or a drawing that runs scripts. */
function isPlainText(head: Buffer): boolean {
  const isUtf16 = head[0] === 0xff && head[1] === 0xfe
  const words = isUtf16 ? decoded(head, 'utf-16le') : (decoded(head, 'utf-8') ?? decoded(head, 'gb18030'))
  if (words === undefined || words.includes('\0')) return false
  return !/^\s*<(!doctype|!--|\?xml|html|head|body|script|svg|iframe|math|x?:)/i.test(words)
}

function decoded(head: Buffer, encoding: string): string | undefined {
  try {
    // The last character may be cut off.
    return new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true })
  } catch {
    return undefined
  }
}
