/**
 * The shape that a language must fill, taken from the zh-CN catalogue of a namespace: a missing or surplus key in
 * another language does not compile (`export default {…} satisfies MessagesOf<typeof zhCN>`).
 */
export type MessagesOf<Catalogue> = {
  [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : MessagesOf<Catalogue[Key]>
}
