// Where things begin and end in a YAML text, counted in lines as an editor sees them.
import { isCollection, isMap } from "yaml";

import { isEmpty } from "./read.js";

export class Places {
  /**
   * @param {string} text The YAML.
   * @param {{start: number, end: number, text: string}[]} comments Its comments, in order.
   */
  constructor(text, comments) {
    this.text = text;
    this.comments = comments;
  }

  lineStart(place) {
    return this.text.lastIndexOf("\n", place - 1) + 1;
  }

  lineEnd(place) {
    const end = this.text.indexOf("\n", place);
    return end < 0 ? this.text.length : end;
  }

  column(place) {
    return place - this.lineStart(place);
  }

  /** The place of a mark among the tokens before a value; undefined when it is not there. */
  mark(tokens, type) {
    return tokens?.find((token) => token.type === type)?.offset;
  }

  blanksBefore(place) {
    return /[ \t]*$/.exec(this.text.slice(0, place))[0] || "  ";
  }

  /** Where the last character of a value stands, blank lines and comments behind it left out; 0 where nothing stands. */
  contentEnd(node) {
    if (isEmpty(node)) return 0;
    if (isCollection(node) && !node.flow) {
      const inner = isMap(node)
        ? node.items.flatMap(({ value, srcToken }) => [this.contentEnd(value), this.mark(srcToken.sep, "map-value-ind") + 1])
        : node.items.map((entry) => this.contentEnd(entry));
      return Math.max(...inner);
    }
    const [start, end] = node.range;
    const isBlock = node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED";
    return isBlock ? start + this.text.slice(start, end).trimEnd().length : end;
  }

  /** Whether nothing stands before a comment in its line. */
  standsAlone(start) {
    return !this.text.slice(this.lineStart(start), start).trim();
  }

  /** The end of the last line that belongs to a key or an entry: comments behind it, and deeper ones below. */
  end({ behind, value }, indent) {
    const end = this.lineEnd(Math.max(this.contentEnd(value), behind));
    return Math.max(end, ...this.deeper(end, indent).map((comment) => this.lineEnd(comment.end)));
  }

  /** Comments in the lines behind an end that are indented further than a key. */
  deeper(lineEnd, indent) {
    const found = [];
    let place = lineEnd;
    for (const comment of this.comments) {
      if (comment.start < lineEnd) continue;
      const ends = this.column(comment.start) <= indent || !this.standsAlone(comment.start);
      if (ends || this.text.slice(place, comment.start).trim()) break;
      found.push(comment);
      place = this.lineEnd(comment.end);
    }
    return found;
  }

  /** Whether blank lines stand between the entries of a list. */
  areApart(dashes) {
    return dashes.slice(1).some((dash) => this.text.slice(0, this.lineStart(dash)).endsWith("\n\n"));
  }
}
