declare module 'opencc-js/dict/TSCharacters' {
  /** 丟 丢|並 并|…: each traditional character, a space, its simplified ones. */
  const characters: string
  // biome-ignore lint/style/noDefaultExport: this is how the library gives it.
  export default characters
}
