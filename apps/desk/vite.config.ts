import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  base: '/desk/',
  plugins: [react()],
  build: {
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    // The page's security policy lets nothing be loaded out of the text of another file.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
})
