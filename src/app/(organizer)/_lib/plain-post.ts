import { headers } from 'next/headers'

/** Whether the action runs for a form that was posted without a script: its page is drawn anew afterwards. */
export async function isPlainPost(): Promise<boolean> {
  return !(await headers()).has('next-action')
}
