/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-generate-text.h"

#define PICK(rand, words) ((words)[g_rand_int_range ((rand), 0, G_N_ELEMENTS (words))])

static const char *const first_names[] = {
  "Åse",  "Bjørn", "Áilu",  "Dagny", "Eirik", "Fatima", "Gøran",  "Hege",  "Ingrid", "Jamal",
  "Kari", "Lars",  "Máret", "Nils",  "Ola",   "Petra",  "Ragnar", "Sølvi", "Tor",    "Øyvind",
};

static const char *const last_names[] = {
  "Aas", "Berg", "Dahl",   "Eide",  "Fjeld",    "Gåsvær", "Hætta",  "Iversen", "Johnsen", "Khan",
  "Lie", "Moen", "Nygård", "Olsen", "Pedersen", "Ruud",   "Sæther", "Tangen",  "Vik",     "Østby",
};

static const char *const places[] = {
  "Alta",      "Bodø",     "Bærum",     "Drammen", "Gáivuotna", "Halden",  "Hamar",
  "Kongsberg", "Levanger", "Lillesand", "Molde",   "Narvik",    "Odda",    "Porsgrunn",
  "Røros",     "Sandnes",  "Sogndal",   "Tromsø",  "Vadsø",     "Ålesund",
};

static const char *const forms[] = {
  "kommune",   "fylkeskommune", "helseforetak", "havn KF",
  "regionråd", "IKT-samarbeid", "universitet",
};

static const char *const topics[] = {
  "snørydding",      "gatelys",      "sykehjem",       "vannverk",         "byggesaker",
  "skoleskyss",      "arkiv",        "luftkvalitet",   "parkering",        "avløp",
  "hjemmetjenesten", "barnevern",    "saksbehandling", "innbyggerdialog",  "renovasjon",
  "flomvarsling",    "energibruk",   "beredskap",      "klarspråk",        "kollektivtrafikk",
  "friluftsliv",     "kulturminner", "anskaffelser",   "lønn og regnskap",
};

static const char *const methods[] = {
  "maskinlæring",      "sensorer",         "en språkmodell", "digital tvilling",
  "bildegjenkjenning", "åpne data",        "en chatbot",     "droner",
  "prognoser",         "felles plattform", "selvbetjening",  "taleteknologi",
};

static const char *const openings[] = {
  "Bedre",       "Raskere",        "Tryggere",     "Felles",      "Behovsstyrt", "Åpen",
  "Varsling om", "Erfaringer fra", "Gevinster av", "Opplæring i", "Rettferdig",  "Nærmere",
};

static const char *const subjects[] = {
  "Kommunen",        "Prosjektet",    "Innbyggerne",  "De ansatte",   "Leverandøren",
  "Styringsgruppen", "Nabokommunene", "Fagmiljøet",   "Brukerne",     "Et lite team",
  "Fylket",          "Ledelsen",      "Verneombudet", "Pilotgruppen",
};

static const char *const verbs[] = {
  "har prøvd",  "målte",           "la vekt på",    "valgte bort",   "samlet inn",
  "tok i bruk", "stilte krav til", "sparte tid på", "undervurderte", "delte",
  "forbedret",  "evaluerte",       "planla",        "stoppet",
};

static const char *const objects[] = {
  "data om veinettet",       "en enkel løsning",      "nullpunktet",
  "personvernkonsekvensene", "opplæringen",           "vedlikeholdet",
  "gevinstplanen",           "rutinene i sektoren",   "åpne grensesnitt",
  "avtalen om drift",        "svarene fra brukerne",  "de gamle sensorene",
  "risikovurderingen",       "modellen i produksjon", "erfaringene fra i fjor",
};

static const char *const tails[] = {
  "før sommeren",
  "sammen med tre andre kommuner",
  "uten ekstra bevilgning",
  "fordi behovet var tydelig",
  "etter to runder med test",
  "i tett dialog med tillitsvalgte",
  "selv om tiden var knapp",
  "og fikk halvert svartiden",
  "til en fjerdedel av prisen",
  "med åpen kildekode",
  "på både bokmål og nynorsk",
  "i hele regionen",
};

static const char *const tags[] = {
  "personvern", "sensorer", "anskaffelse",  "klima",  "helse",     "skole",
  "vei",        "vann",     "åpne data",    "pilot",  "opplæring", "sikkerhet",
  "budsjett",   "arkiv",    "frivillighet", "samisk",
};

/**
 * torg_generate_title:
 * @rand: numbers
 *
 * Returns: (transfer full): what a record might be called
 */
char *
torg_generate_title (GRand *rand)
{
  const char *opening = PICK (rand, openings);
  const char *topic = PICK (rand, topics);
  const char *method = PICK (rand, methods);

  if (g_rand_boolean (rand))
    return g_strdup_printf ("%s %s med %s", opening, topic, method);
  return g_strdup_printf ("%s %s med %s i %s", opening, topic, method, PICK (rand, places));
}

/**
 * torg_generate_person:
 * @rand: numbers
 *
 * Returns: (transfer full): a person's name
 */
char *
torg_generate_person (GRand *rand)
{
  const char *first = PICK (rand, first_names);

  return g_strdup_printf ("%s %s", first, PICK (rand, last_names));
}

/**
 * torg_generate_organisation:
 * @rand: numbers
 *
 * Returns: (transfer full): an organisation's name
 */
char *
torg_generate_organisation (GRand *rand)
{
  const char *place = PICK (rand, places);

  return g_strdup_printf ("%s %s", place, PICK (rand, forms));
}

/**
 * torg_generate_tag:
 * @rand: numbers
 *
 * Returns: (transfer none): a free tag
 */
const char *
torg_generate_tag (GRand *rand)
{
  return PICK (rand, tags);
}

static void
append_sentence (GString *text, GRand *rand)
{
  const char *subject = PICK (rand, subjects);
  const char *verb = PICK (rand, verbs);
  const char *object = PICK (rand, objects);

  if (text->len > 0 && text->str[text->len - 1] != '\n' && text->str[text->len - 1] != ' ')
    g_string_append_c (text, ' ');
  g_string_append_printf (text, "%s %s %s %s.", subject, verb, object, PICK (rand, tails));
}

/* Whole characters only. */
static char *
cut (GString *text, gint64 most)
{
  if (g_utf8_strlen (text->str, -1) <= most)
    return g_strdup (text->str);
  return g_utf8_substring (text->str, 0, most);
}

/**
 * torg_generate_line:
 * @rand: numbers
 * @most: at most so many characters
 *
 * Returns: (transfer full): a sentence or several, or a few words where there is no room
 */
char *
torg_generate_line (GRand *rand, gint64 most)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 wanted = MIN (most, g_rand_int_range (rand, 40, 240));

  if (most < 40)
    g_string_append (text, torg_generate_tag (rand));
  while (most >= 40 && g_utf8_strlen (text->str, -1) < wanted)
    append_sentence (text, rand);
  return cut (text, most);
}

static void
append_paragraph (GString *text, GRand *rand)
{
  for (int i = g_rand_int_range (rand, 2, 7); i > 0; i--)
    append_sentence (text, rand);
}

static void
append_list (GString *text, GRand *rand, const char *sign)
{
  for (int i = g_rand_int_range (rand, 2, 6); i > 0; i--) {
    g_string_append (text, sign);
    append_sentence (text, rand);
    g_string_append_c (text, '\n');
  }
}

static void
append_table (GString *text, GRand *rand)
{
  g_string_append (text, "| Hva | Før | Etter |\n|---|--:|--:|\n");
  for (int i = g_rand_int_range (rand, 2, 5); i > 0; i--) {
    const char *topic = PICK (rand, topics);
    int before = g_rand_int_range (rand, 1, 1000);

    g_string_append_printf (text, "| %s | %d | %d |\n", topic, before,
                            g_rand_int_range (rand, 1, 1000));
  }
}

static void
append_block (GString *text, GRand *rand)
{
  int sort = g_rand_int_range (rand, 0, 14);

  if (text->len > 0)
    g_string_append (text, "\n\n");
  if (sort == 0)
    g_string_append_printf (text, "## %s", PICK (rand, openings));
  else if (sort == 1)
    append_list (text, rand, "- ");
  else if (sort == 2)
    append_list (text, rand, "- [x] ");
  else if (sort == 3)
    append_table (text, rand);
  else if (sort == 4)
    g_string_append (text, "> *Det viktigste* er **hvem** som eier gevinsten.");
  else if (sort == 5)
    g_string_append (text, "Se [veilederen](https://example.no/veileder) og `nullpunkt.csv`.");
  else
    append_paragraph (text, rand);
}

/**
 * torg_generate_prose:
 * @rand: numbers
 * @most: at most so many characters
 *
 * Returns: (transfer full): Markdown, mostly of some paragraphs, now and then of many pages
 */
char *
torg_generate_prose (GRand *rand, gint64 most)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int blocks = g_rand_int_range (rand, 0, 50) == 0 ? 60 : g_rand_int_range (rand, 1, 8);

  append_paragraph (text, rand);
  for (int i = 1; i < blocks; i++)
    append_block (text, rand);
  return cut (text, most);
}
