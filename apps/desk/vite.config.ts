import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const SERVICE_WORKER = 'service-worker'

export default defineConfig({
  base: '/desk/',
  plugins: [react()],
  build: {
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    // The page's security policy lets nothing be loaded out of the text of another file.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { desk: 'index.html', [SERVICE_WORKER]: `src/service-worker/${SERVICE_WORKER}.ts` },
      output: {
        // It must always be found under the same name.
        entryFileNames: ({ name }) => (name === SERVICE_WORKER ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
})
