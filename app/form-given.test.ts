import { expect, it } from 'vitest'
import { formGiven } from './form-given'

it('gives a form as it is, and one that says nothing for anything else', () => {
  const form = new FormData()
  form.set('meter', 'SY-1')
  expect(formGiven(form)).toBe(form)
  for (const given of [undefined, null, 'meter', { get: () => 'SY-1' }, [['meter', 'SY-1']]])
    expect([...formGiven(given).keys()]).toEqual([])
})
