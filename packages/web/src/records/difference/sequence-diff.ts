/** One step of an edit: an element both sides share, or one that only the older or only the newer side has. */
export type Edit<Item> =
  | { kind: 'same'; before: Item; after: Item }
  | { kind: 'removed'; before: Item }
  | { kind: 'added'; after: Item }

/**
 * The longest common subsequence as edits, removals before additions. Quadratic in what is left after the common ends
 * are cut off; past `limit` comparisons the middle is shown as replaced, so that two long, unlike texts cannot hang
 * the page.
 */
export function sequenceDiff<Item>(
  before: readonly Item[],
  after: readonly Item[],
  isSame: (left: Item, right: Item) => boolean,
  limit = 4_000_000,
): Edit<Item>[] {
  const shortest = Math.min(before.length, after.length)
  let head = 0
  while (head < shortest && isSame(before[head] as Item, after[head] as Item)) head += 1
  let tail = 0
  while (
    tail < shortest - head &&
    isSame(before[before.length - 1 - tail] as Item, after[after.length - 1 - tail] as Item)
  ) {
    tail += 1
  }
  const oldMiddle = before.slice(head, before.length - tail)
  const newMiddle = after.slice(head, after.length - tail)
  const pair = (index: number, shift: number): Edit<Item> => ({
    kind: 'same',
    before: before[index] as Item,
    after: after[index + shift] as Item,
  })
  return [
    ...Array.from({ length: head }, (_, index) => pair(index, 0)),
    ...(oldMiddle.length * newMiddle.length > limit
      ? [...oldMiddle.map(removed), ...newMiddle.map(added)]
      : middleDiff(oldMiddle, newMiddle, isSame)),
    ...Array.from({ length: tail }, (_, index) =>
      pair(before.length - tail + index, after.length - before.length),
    ),
  ]
}

const removed = <Item>(item: Item): Edit<Item> => ({
  kind: 'removed',
  before: item,
})
const added = <Item>(item: Item): Edit<Item> => ({
  kind: 'added',
  after: item,
})

function middleDiff<Item>(
  before: readonly Item[],
  after: readonly Item[],
  isSame: (left: Item, right: Item) => boolean,
): Edit<Item>[] {
  const width = after.length + 1
  // common[i * width + j] = length of the longest common subsequence of before[i..] and after[j..]
  const common = new Uint32Array((before.length + 1) * width)
  const at = (i: number, j: number): number => common[i * width + j] ?? 0
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = isSame(before[i] as Item, after[j] as Item)
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const edits: Edit<Item>[] = []
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    const left = before[i] as Item
    const right = after[j] as Item
    if (i < before.length && j < after.length && isSame(left, right)) {
      edits.push({ kind: 'same', before: left, after: right })
      i += 1
      j += 1
    } else if (i < before.length && (j >= after.length || at(i + 1, j) >= at(i, j + 1))) {
      edits.push(removed(left))
      i += 1
    } else {
      edits.push(added(right))
      j += 1
    }
  }
  return edits
}
