import { Toaster } from 'sonner'

/** Short messages at the foot of the page. */
export function Messages() {
  return (
    <Toaster
      position="bottom-center"
      toastOptions={{
        style: {
          background: 'var(--card)',
          color: 'var(--ink)',
          border: '1px solid var(--edge)',
          fontFamily: 'var(--font-sans)',
          fontSize: '0.94rem',
        },
      }}
    />
  )
}
