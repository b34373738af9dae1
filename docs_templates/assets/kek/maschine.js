// Pagefind's program, fed with our own tables: its own would name each record and each piece of the index, which a first search
// on a large site could not carry. It still finds, compares and ranks.
import { entry, lengths, linesFor, piece } from "./fundus.js"

const bundle = new URL("../pagefind/", import.meta.url)
const RANKING = { metaWeights: { title: 6 } }
const LANGUAGE = "de"
const encoder = new TextEncoder()

/** A CBOR head: kind (0 number, 3 text, 4 list) and number. */
function head(kind, value) {
  const mark = kind << 5
  if (value < 24) return [mark | value]
  if (value < 256) return [mark | 24, value]
  if (value < 65536) return [mark | 25, value >> 8, value & 255]
  return [mark | 26, value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255]
}

function text(value) {
  const bytes = encoder.encode(value)
  return [...head(3, bytes.length), ...bytes]
}

/** What Pagefind wants to know before it searches: its version, every record with its length, no pieces, no filters. */
function metadata({ pagefind, total }, records) {
  const bytes = new Uint8Array(total * 14 + 64)
  let at = 0
  const put = (...values) => {
    for (const value of values) bytes[at++] = value
  }
  put(...head(4, 6), ...text(pagefind), ...head(4, total))
  let number = 0
  for (const [words, count] of records) {
    const length = head(0, words)
    for (let end = number + count; number < end; number++) {
      const name = String(number)
      put(0x82, 0x60 + name.length)
      for (let index = 0; index < name.length; index++) bytes[at++] = name.charCodeAt(index)
      for (const value of length) bytes[at++] = value
    }
  }
  put(0x80, 0x80, 0x80, 0x81, ...text("title"))
  return bytes.slice(0, at)
}

/** A term as Pagefind compares it: small, without dots, accents and punctuation. */
const plain = (term) => term.toLowerCase().normalize("NFD").replace(/[\p{M}\p{P}]/gu, "").trim()

let engine

async function makeEngine() {
  const [{ PagefindInstance }, known] = await Promise.all([import(new URL("pagefind.js", bundle)), entry()])

  class Engine extends PagefindInstance {
    async loadEntry() {
      this.languages = { [LANGUAGE]: { hash: "", wasm: LANGUAGE } }
      this.includeCharacters = []
    }

    async loadMeta() {
      this.searchMeta = metadata(known, lengths(known))
    }

    /** Ask the program itself: Pagefind's own way around it makes an object of every place of every word. */
    ask(index, term, exact) {
      return JSON.parse(this.backend.search(index, plain(term), term.toLowerCase(), "{}", "", exact, false))
    }

    /** What a term is filed under: its stem. Pagefind tells it where it explains itself, which an index of nothing is enough for. */
    stems(term) {
      this.explaining ??= this.backend.enter_playground_mode(this.backend.init_pagefind(metadata({ ...known, total: 0 }, [])))
      return this.ask(this.explaining, term, false).search_keywords ?? []
    }

    /** The records that hold a term. */
    async holding(term, exact) {
      await this.need(term)
      return this.ask(await this.getPtr(), exact ? `"${term}"` : term, exact).results.map(({ p, s }) => ({ number: Number(p), score: s }))
    }

    /** Load the pieces that hold a term and what begins with it. */
    async need(term) {
      await Promise.all(this.stems(term).map(async (stem) => {
        const tables = await Promise.all(linesFor(known.tafeln, stem, 2).map(([, name]) => piece(name)))
        await Promise.all(linesFor(tables.flat(), stem).map(([, name]) => this.loadChunk(name)))
      }))
    }
  }

  const made = new Engine({ primary: true, basePath: bundle.href, ranking: RANKING })
  await made.init(LANGUAGE, { load_wasm: true })
  return made
}

/** Get ready: what every search needs is fetched while somebody is still typing. */
export async function ready() {
  engine ??= makeEngine().catch((error) => {
    engine = undefined
    throw error
  })
  return engine
}

/**
 * The records that hold a term, or what begins with it.
 *
 * @param {string} term a word
 * @param {{whole?: boolean}} how `whole`: only those that hold just this word
 * @returns {Promise<{number: number, score: number}[]>}
 */
export async function lookUp(term, { whole = false } = {}) {
  return (await ready()).holding(term, whole)
}
