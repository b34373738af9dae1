// Texts as they are compared.

/** A text as it is compared: small, without accents; `umlaut` stands behind a letter that has lost one. */
export function fold(text, umlaut) {
  return text
    .toLowerCase()
    .replace(/ß/g, "ss")
    .normalize("NFD")
    .replace(/([aou])\u0308/g, `$1${umlaut}`)
    .replace(/[\u0300-\u036f\u00ad]/g, "")
    .replace(/[–—]/g, "-")
}
