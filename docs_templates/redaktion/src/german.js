// Makes the form speak German from the start. It has to run before Sveltia CMS, which picks a language when it is loaded.
const PREFERENCES = "sveltia-cms.prefs";

/** Speak German, unless somebody has chosen otherwise in the form itself. */
function speakGerman() {
  try {
    const chosen = JSON.parse(localStorage.getItem(PREFERENCES)) ?? {};
    if (!chosen.locale || chosen.locale === "auto") {
      localStorage.setItem(PREFERENCES, JSON.stringify({ ...chosen, locale: "de" }));
    }
  } catch {
    // Without storage the form speaks the language of the browser.
  }
}

speakGerman();
