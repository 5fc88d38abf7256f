import { expect, it } from 'vitest'
import { coalesce } from './coalesce'

it('one call for what is asked at once, another for what is asked meanwhile; each gets its own answer', async () => {
  const calls: number[][] = []
  let letGo: () => void = () => undefined
  const double = coalesce(async (items: readonly number[]) => {
    calls.push([...items])
    if (calls.length === 1) await new Promise<void>((resolve) => (letGo = resolve))
    return items.map((item) => item * 2)
  })
  const first = [double(1), double(2)]
  await Promise.resolve().then(() => undefined)
  const second = [double(3), double(4)]
  letGo()
  expect(await Promise.all([...first, ...second])).toEqual([2, 4, 6, 8])
  expect(calls).toEqual([[1, 2], [3, 4]])
})

it('a call that fails fails for its own alone', async () => {
  const work = coalesce((items: readonly number[]) =>
    items.includes(1) ? Promise.reject(new Error('no ones')) : Promise.resolve(items.map(String)),
  )
  await expect(work(1)).rejects.toThrow('no ones')
  expect(await work(2)).toBe('2')
})

it('an answer that is missing is a fault, not a wait without end', async () => {
  await expect(coalesce(() => Promise.resolve([]))(1)).rejects.toThrow('without an answer')
})
