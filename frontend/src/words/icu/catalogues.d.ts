/** A catalogue, compiled by the plugin beside this file. */
declare module '*.json?icu' {
  const catalogue: import('../chapter.ts').CatalogueModule
  export default catalogue
}
