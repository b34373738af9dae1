// On a page that leads on: whoever came for a certain place goes on to that place. Without this script they reach the
// page it stands on.
"use strict";
const anchor = decodeURIComponent(location.hash.slice(1));
if (anchor) {
  const place = document.getElementById(anchor);
  const link = place?.querySelector("a") ?? document.getElementById("weiter");
  const target = new URL(link.href);
  if (!target.hash) {
    target.hash = anchor;
  }
  location.replace(target);
}
