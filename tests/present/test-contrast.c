/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every colour that the program's style sheets name and its drawings have, against what it stands on, in the
 * light and the dark theme (and in high contrast, by ADW_DEBUG_HIGH_CONTRAST=1). Text has 4.5 : 1 or more,
 * graphics that tell something 3 : 1. A colour that is new is checked as text or ground at once; what is
 * neither is listed here, with the reason, or the test fails. */

#include "contrast-sheet.h"
#include "contrast.h"

#include "ilv-code-mark.h"
#include "ilv-code-scheme.h"
#include "ilv-timeline-theme.h"

#include <gtksourceview/gtksource.h>

#define STYLE "/io/github/interleave/Interleave/style.css"
#define PRESENT "/io/github/interleave/Interleave/present.css"

typedef enum
{
  GRAPHICS, /* tells something by its colour or shape */
  ORNAMENT, /* tells nothing, or what is told beside it by other means */
} Use;

/* What is neither text nor a ground of text. */
static const struct
{
  const char *selector;
  const char *property;
  Use use;
} uses[] = {
  /* Lines between parts, shadows and veils. */
  { ".content-bar", "border-bottom", ORNAMENT },
  { "split > .beside", "border-right", ORNAMENT },
  { "split > .beside:dir(rtl)", "border-left", ORNAMENT },
  { "split:drop(active)", "box-shadow", ORNAMENT },
  { "window:drop(active) > split", "box-shadow", ORNAMENT },
  { "split > .over", "box-shadow", ORNAMENT },
  { "split > .dimming", "background-color", ORNAMENT },
  { "block.quote", "border-left", ORNAMENT },
  { "block.quote:dir(rtl)", "border-right", ORNAMENT },
  { ".page-footer", "border-top", ORNAMENT },
  { "textblock.quote", "border-left", ORNAMENT },
  { "textblock.quote:dir(rtl)", "border-right", ORNAMENT },
  { "slide.light textblock.quote", "border-color", ORNAMENT },
  { "titleslide ornament", "background-image", ORNAMENT },
  { "overview searchbar > revealer > box", "background-color", ORNAMENT },
  { "overview slidethumb", "background-color", ORNAMENT },
  { "overview slidethumb", "box-shadow", ORNAMENT },
  { "slidecover.black", "background-color", ORNAMENT },
  { "slidecover.white", "background-color", ORNAMENT },
  { "window.audience", "background-color", ORNAMENT },
  { "slideprompt", "box-shadow", ORNAMENT },
  { "consolelive", "box-shadow", ORNAMENT },
  { "consolelive", "background-color", ORNAMENT },
  { ".console-picture", "box-shadow", ORNAMENT },
  { ".console-picture", "background-color", ORNAMENT },
  { ".console-mark", "box-shadow", ORNAMENT },
  { ".console-dimming", "background-color", ORNAMENT },
  { ".keycap", "box-shadow", ORNAMENT },
  { "progressring", "background-color", ORNAMENT },
  { "slide progressbar trough", "background-color", ORNAMENT },
  { "computerslide processormeter levelbar.vertical trough", "background-color", ORNAMENT },
  { "computerslide processormeter levelbar.vertical trough block.empty", "background-color", ORNAMENT },
  /* What stands beside a statement says what the statement says. */
  { "slide .experiment-statement", "border", ORNAMENT },
  { "slide .experiment-statement.hint", "border-color", ORNAMENT },
  { "slide .experiment-statement.problem", "border-color", ORNAMENT },
  { "slide .poll-hint", "border", ORNAMENT },
  { "slide.light .poll-hint", "border-color", ORNAMENT },
  { "slide .answer-verdict", "border", ORNAMENT },
  { "slide .answer-verdict.open", "border-color", ORNAMENT },
  { "slide.light .answer-verdict", "border-color", ORNAMENT },
  { "slide.light .answer-verdict.open", "border-color", ORNAMENT },
  /* Bars, dots, marks and rings. */
  { "progressring", "color", GRAPHICS },
  { "pagedots button > box", "background-color", GRAPHICS },
  { "pagedots button.current > box", "background-color", GRAPHICS },
  { "slide progressbar progress", "background-color", GRAPHICS },
  { "computerslide processormeter levelbar.vertical trough block.filled", "background-color", GRAPHICS },
  { "overview flowboxchild:selected", "box-shadow", GRAPHICS },
  { "overview flowboxchild:selected slidethumb", "box-shadow", GRAPHICS },
  { "checkbutton check:not(:checked)", "box-shadow", GRAPHICS },
  { "checkbutton radio:not(:checked)", "box-shadow", GRAPHICS },
  { "votebar.first", "color", GRAPHICS },
  { "votebar.second", "color", GRAPHICS },
  { "slide votebar.first", "color", GRAPHICS },
  { "slide votebar.second", "color", GRAPHICS },
  { "slide.light votebar.first", "color", GRAPHICS },
  { "votesrow.counting", "box-shadow", GRAPHICS },
  { "votesrow spinbutton.open", "box-shadow", GRAPHICS },
  { "slide pollchoice.right", "box-shadow", GRAPHICS },
  { "slide.light pollchoice.right", "box-shadow", GRAPHICS },
};

/* What a page may be drawn on. */
static const char *const theme_grounds[] = {
  "@window_bg_color",
  "@view_bg_color",
  "mix(@window_bg_color, @window_fg_color, 0.05)", /* the sidebar */
  "@popover_bg_color",
  "@dialog_bg_color",
  "@card_bg_color over @window_bg_color",
};

typedef struct
{
  ContrastProbe probe;
  GPtrArray *style;
  GPtrArray *present;
  gboolean used[G_N_ELEMENTS (uses)];
  const char *scheme;
  guint n_checked;
  guint n_faults;
} Fixture;

static void
check (Fixture *fixture, const char *what, GdkRGBA top, GdkRGBA ground, double min)
{
  double contrast = contrast_get (top, ground);
  g_autofree char *seen = gdk_rgba_to_string (&top);
  g_autofree char *below = gdk_rgba_to_string (&ground);

  fixture->n_checked++;
  g_test_message ("%s: %5.2f (of %.1f) %s: %s on %s", fixture->scheme, contrast, min, what, seen, below);
  if (contrast >= min)
    return;
  fixture->n_faults++;
  g_printerr ("# %s: only %.2f of %.1f : 1: %s: %s on %s\n", fixture->scheme, contrast, min, what, seen,
              below);
}

static int
find_use (const SheetEntry *entry)
{
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    if (g_str_equal (uses[i].selector, entry->selector)
        && g_str_equal (uses[i].property, entry->property))
      return i;
  return -1;
}

/* The ground that the selector itself or what it is in has: "a b c", "a b", "a". */
static const char *
find_own_ground (GPtrArray *sheet, const char *selector)
{
  g_autofree char *part = g_strdup (selector);

  while (TRUE)
    {
      const char *value = sheet_find (sheet, part, "background-color");
      SheetEntry entry = { part, (char *) "background-color", NULL };
      char *space = strrchr (part, ' ');

      /* The grounds of all are not its own. */
      if (!g_str_equal (part, selector)
          && (g_str_equal (part, "slide") || g_str_equal (part, "slide.light") || g_str_equal (part, "overview")))
        return NULL;
      if (value != NULL && find_use (&entry) < 0)
        return value;
      if (space == NULL)
        return NULL;
      *space = '\0';
    }
}

/* Where a rule of a sheet is seen, and the text that stands there. */
static void
for_each_ground (Fixture *fixture,
                 GPtrArray *sheet,
                 const SheetEntry *entry,
                 void (*visit) (Fixture *fixture,
                                const SheetEntry *entry,
                                const char *own,
                                const char *outer,
                                const char *text))
{
  static const char *const slide_parts[] = { "slide", "title-", "titleslide", "text", "computerslide",
                                             "speedupslide", "race", "slidefigure" };
  const char *own = find_own_ground (sheet, entry->selector);
  gboolean on_slide = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (slide_parts); i++)
    on_slide = on_slide || g_str_has_prefix (entry->selector, slide_parts[i]);
  if (sheet != fixture->present || g_str_has_prefix (entry->selector, "slidecover")
      || g_str_has_prefix (entry->selector, "slideprompt"))
    on_slide = FALSE;

  if (on_slide)
    {
      gboolean is_light = g_str_has_prefix (entry->selector, "slide.light");
      const char *tail = g_str_has_prefix (entry->selector, "slide ") ? entry->selector + 6 : entry->selector;
      g_autofree char *light = g_strconcat ("slide.light ", tail, NULL);
      const char *light_ground = sheet_find (sheet, "slide.light", "background-color");

      if (!is_light)
        visit (fixture, entry, own, sheet_find (sheet, "slide", "background-color"),
               sheet_find (sheet, "slide", "color"));
      /* On a light slide too, unless that has a rule of its own. */
      if (is_light || (!g_str_equal (entry->selector, "slide") && sheet_find (sheet, light, entry->property) == NULL))
        visit (fixture, entry, own, light_ground, sheet_find (sheet, "slide.light", "color"));
      return;
    }
  if (g_str_has_prefix (entry->selector, "overview"))
    {
      visit (fixture, entry, own, sheet_find (sheet, "overview", "background-color"),
             sheet_find (sheet, "overview", "color"));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (theme_grounds); i++)
    visit (fixture, entry, own, theme_grounds[i], "@window_fg_color");
}

static GdkRGBA
get_ground (Fixture *fixture, const char *own, const char *outer, const char *text)
{
  g_autofree char *both = own != NULL ? g_strdup_printf ("%s over %s", own, outer) : g_strdup (outer);

  return contrast_probe_resolve_ground (&fixture->probe, both, text);
}

static void
visit_entry (
  Fixture *fixture, const SheetEntry *entry, const char *own, const char *outer, const char *text)
{
  g_autoptr (GPtrArray) colours = sheet_find_colours (entry->value);
  g_autofree char *what = g_strdup_printf ("%s { %s }", entry->selector, entry->property);
  int use = find_use (entry);

  for (guint i = 0; i < colours->len; i++)
    {
      GdkRGBA colour = contrast_probe_resolve (&fixture->probe, g_ptr_array_index (colours, i), text);

      if (use >= 0 && uses[use].use == GRAPHICS)
        check (fixture, what, colour, get_ground (fixture, own, outer, text), CONTRAST_GRAPHICS);
      else if (g_str_equal (entry->property, "color"))
        check (fixture, what, colour, get_ground (fixture, own, outer, text), CONTRAST_TEXT);
      else
        {
          GPtrArray *sheet = sheet_find (fixture->style, entry->selector, entry->property) == entry->value
                               ? fixture->style
                               : fixture->present;
          const char *said = sheet_find (sheet, entry->selector, "color");
          const char *own_text = g_strcmp0 (said, "inherit") != 0 ? said : NULL;

          /* A ground: the text that stands on it. */
          check (fixture, what, contrast_probe_resolve (&fixture->probe, own_text != NULL ? own_text : text, text),
                 get_ground (fixture, entry->value, outer, text), CONTRAST_TEXT);
        }
    }
}

static void
check_sheet (Fixture *fixture, GPtrArray *sheet)
{
  for (guint i = 0; i < sheet->len; i++)
    {
      const SheetEntry *entry = g_ptr_array_index (sheet, i);
      g_autoptr (GPtrArray) colours = sheet_find_colours (entry->value);
      int use = find_use (entry);

      if (use >= 0)
        fixture->used[use] = TRUE;
      if (colours->len == 0 || (use >= 0 && uses[use].use == ORNAMENT))
        continue;
      if (use < 0 && !g_str_equal (entry->property, "color")
          && !g_str_equal (entry->property, "background-color"))
        {
          g_test_fail ();
          g_printerr ("# %s { %s } has a colour; say what for, in the table of this test\n", entry->selector,
                      entry->property);
          continue;
        }
      for_each_ground (fixture, sheet, entry, visit_entry);
    }
}

static void
test_sheets (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  check_sheet (fixture, fixture->style);
  check_sheet (fixture, fixture->present);
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    if (!fixture->used[i])
      {
        g_test_fail ();
        g_printerr ("# %s { %s } is in the table of this test, but in no sheet\n", uses[i].selector,
                    uses[i].property);
      }
}

/* The theme's own colours that the program uses. */
static void
test_theme (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *colour;
    const char *ground; /* or NULL: any */
    double min;
  } pairs[] = {
    { "@window_fg_color", NULL, CONTRAST_TEXT },
    { "@view_fg_color", "@view_bg_color", CONTRAST_TEXT },
    { "@headerbar_fg_color", "@headerbar_bg_color", CONTRAST_TEXT },
    { "@popover_fg_color", "@popover_bg_color", CONTRAST_TEXT },
    { "@dialog_fg_color", "@dialog_bg_color", CONTRAST_TEXT },
    { "@card_fg_color", "@card_bg_color over @window_bg_color", CONTRAST_TEXT },
    /* The ring around what has the focus. */
    { "@accent_color", NULL, CONTRAST_GRAPHICS },
    /* A switch that is on, a slider, a bar of progress. */
    { "@accent_bg_color", NULL, CONTRAST_GRAPHICS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (guint j = 0; j < G_N_ELEMENTS (theme_grounds); j++)
      {
        const char *ground = pairs[i].ground != NULL ? pairs[i].ground : theme_grounds[j];

        check (fixture, pairs[i].colour, contrast_probe_resolve (&fixture->probe, pairs[i].colour, NULL),
               contrast_probe_resolve_ground (&fixture->probe, ground, NULL), pairs[i].min);
        if (pairs[i].ground != NULL)
          break;
      }
}

static GdkRGBA
fade (GdkRGBA colour, float alpha)
{
  colour.alpha *= alpha;
  return colour;
}

static void
check_tasks (Fixture *fixture, const IlvTimelineTheme *theme, GdkRGBA ground, GdkRGBA track)
{
  for (guint i = 0; i < ILV_N_TASK_COLOURS; i++)
    {
      GdkRGBA colour, text, line;

      ilv_timeline_theme_get_task_colour (theme, i, &colour);
      ilv_timeline_theme_get_task_text_colour (theme, i, &text);
      ilv_timeline_theme_get_task_line_colour (theme, i, &line);
      check (fixture, "bar, line or outline of a task on its lane", line, track, CONTRAST_GRAPHICS);
      check (fixture, "line of a task on the page", line, ground, CONTRAST_GRAPHICS);
      check (fixture, "name on a task's bar", text, colour, CONTRAST_TEXT);
      check (fixture, "name on a bar that is ready", theme->text,
             contrast_lay_over (fade (colour, 0.12f), track), CONTRAST_TEXT);
      check (fixture, "text on the card of a name", theme->text,
             contrast_lay_over (fade (line, 0.2f), ground), CONTRAST_TEXT);
    }
}

/* What is drawn without a style sheet. */
static void
check_drawing (Fixture *fixture, const char *outer, const char *text)
{
  IlvTimelineTheme theme;
  GdkRGBA ground = contrast_probe_resolve_ground (&fixture->probe, outer, text);
  GdkRGBA track, bubble;

  contrast_probe_resolve (&fixture->probe, text != NULL ? text : "@window_fg_color", text);
  ilv_timeline_theme_load (&theme, fixture->probe.label);
  track = contrast_lay_over (theme.track, ground);
  bubble = contrast_lay_over (theme.bubble, ground);

  check (fixture, "name of a lane", theme.text, ground, CONTRAST_TEXT);
  check (fixture, "text on a lane", theme.text, track, CONTRAST_TEXT);
  check (fixture, "number of the ruler", theme.dim, ground, CONTRAST_TEXT);
  check (fixture, "dim text on a label", theme.dim, theme.plate, CONTRAST_TEXT);
  check (fixture, "text on a label", theme.text, theme.plate, CONTRAST_TEXT);
  check (fixture, "playhead", theme.playhead, track, CONTRAST_GRAPHICS);
  check (fixture, "playhead", theme.playhead, ground, CONTRAST_GRAPHICS);
  check (fixture, "why a name is missing", theme.failure,
         contrast_lay_over (fade (theme.playhead, 0.1f), ground), CONTRAST_TEXT);
  check (fixture, "for how long a loop was frozen", theme.text,
         contrast_lay_over (fade (theme.playhead, 0.16f), track), CONTRAST_TEXT);
  check (fixture, "end of a run, pulse", theme.end, track, CONTRAST_GRAPHICS);
  check (fixture, "end of a run", theme.end, ground, CONTRAST_GRAPHICS);
  check (fixture, "prediction", theme.ghost, track, CONTRAST_GRAPHICS);
  check (fixture, "prediction", theme.ghost, ground, CONTRAST_GRAPHICS);
  check (fixture, "text of a prediction", theme.ghost_text, theme.ghost, CONTRAST_TEXT);
  check (fixture, "a prediction that was made", theme.ghost, theme.plate, CONTRAST_TEXT);
  check (fixture, "what is told of a span", theme.bubble_text, bubble, CONTRAST_TEXT);
  check (fixture, "ring of the focus", theme.focus, ground, CONTRAST_GRAPHICS);
  check_tasks (fixture, &theme, ground, track);
}

static void
test_drawing (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (guint kind = ILV_PALETTE_STANDARD; kind <= ILV_PALETTE_OKABE_ITO; kind++)
    {
      ilv_palette_set_kind (kind);
      for (guint i = 0; i < G_N_ELEMENTS (theme_grounds); i++)
        check_drawing (fixture, theme_grounds[i], NULL);
      check_drawing (fixture, sheet_find (fixture->present, "slide", "background-color"),
                     sheet_find (fixture->present, "slide", "color"));
      check_drawing (fixture, sheet_find (fixture->present, "slide.light", "background-color"),
                     sheet_find (fixture->present, "slide.light", "color"));
    }
  ilv_palette_set_kind (ILV_PALETTE_STANDARD);
}

/* The words of code, plain and where a task is at them. */
static void
check_scheme (Fixture *fixture, const char *outer, const char *text)
{
  static const char *const styles[] = { "text",        "def:keyword",  "def:statement", "def:type",
                                        "def:string",  "def:comment",  "def:number",    "def:function",
                                        "def:boolean", "def:constant", "def:preprocessor", "def:operator",
                                        "def:identifier", "def:builtin", "def:decimal", "def:floating-point",
                                        "def:special-char", "def:special-constant", "def:doc-comment",
                                        "def:base-n-integer", "def:character", "def:reserved", "def:note",
                                        "def:error", "line-numbers", "c:storage-class",
                                        "python3:module-handler", "python3:function-name",
                                        "python3:builtin-function", "python3:decorator",
                                        "python3:builtin-object", "python3:special-variable",
                                        "python3:string-conversion", "python3:format", "python3:class-name",
                                        "c:type", "c:include", "c:printf", "c:preprocessor" };
  IlvTimelineTheme theme;
  GtkSourceStyleScheme *scheme;
  GdkRGBA ground = contrast_probe_resolve_ground (&fixture->probe, outer, text);

  contrast_probe_resolve (&fixture->probe, text != NULL ? text : "@window_fg_color", text);
  ilv_timeline_theme_load (&theme, fixture->probe.label);
  scheme = ilv_code_scheme_get (theme.dark);
  g_assert_true (g_str_has_prefix (gtk_source_style_scheme_get_id (scheme), "interleave"));
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      GtkSourceStyle *style = gtk_source_style_scheme_get_style (scheme, styles[i]);
      g_autofree char *name = NULL;
      gboolean is_set = FALSE;
      GdkRGBA colour;

      if (style != NULL)
        g_object_get (style, "foreground-set", &is_set, "foreground", &name, NULL);
      if (!is_set || !gdk_rgba_parse (&colour, name))
        continue;
      check (fixture, styles[i], colour, ground, CONTRAST_TEXT);
      for (guint j = 0; j < ILV_N_TASK_COLOURS && !g_str_equal (styles[i], "line-numbers"); j++)
        {
          GdkRGBA mark;

          ilv_timeline_theme_get_task_colour (&theme, j, &mark);
          check (fixture, styles[i], colour, contrast_lay_over (fade (mark, ILV_CODE_MARK_STRENGTH), ground),
                 CONTRAST_TEXT);
        }
    }
}

static void
test_code (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  check_scheme (fixture, "@view_bg_color", NULL);
  check_scheme (fixture, "@card_bg_color over @window_bg_color", NULL);
  check_scheme (fixture, sheet_find (fixture->present, "slide", "background-color"),
                sheet_find (fixture->present, "slide", "color"));
  check_scheme (fixture, sheet_find (fixture->present, "slide.light", "background-color"),
                sheet_find (fixture->present, "slide.light", "color"));
}

/* Colours that stand in the sources themselves: so many a file, and why that is right. */
static const struct
{
  const char *file;
  guint n_colours;
} sources[] = {
  { "timeline/ilv-timeline-theme.c", 17 }, /* all of them are checked above */
  { "scene/ilv-captcha-picture.c", 45 },   /* a picture of things, whose names are told too */
  { "present/ilv-slide-pointer.c", 4 },    /* a red dot with a white and a dark edge: seen on anything */
};

static guint
count_colours (const char *path)
{
  g_autoptr (GRegex) regex = g_regex_new (
    "0x[0-9a-fA-F]{6}\\b|GdkRGBA\\)?[ \\w]*=?\\s*\\{ [0-9.]+f?, [0-9.]+f?, [0-9.]|\"#[0-9a-fA-F]{6}", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    n++;
  return n;
}

static void
check_source (const char *room, const char *name)
{
  g_autofree char *path = g_build_filename (ILV_SOURCE_FOLDER, room, name, NULL);
  g_autofree char *file = g_strconcat (room, "/", name, NULL);
  guint n_expected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (g_str_equal (sources[i].file, file))
      n_expected = sources[i].n_colours;
  if (count_colours (path) != n_expected)
    {
      g_test_fail ();
      g_printerr ("# %s has %u colours and not %u: take them from the theme, or check them here\n", file,
                  count_colours (path), n_expected);
    }
}

static void
test_sources (void)
{
  static const char *const rooms[] = { "timeline", "scene", "ui", "present" };

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autofree char *path = g_build_filename (ILV_SOURCE_FOLDER, rooms[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
      const char *name;

      g_assert_no_error (error);
      while ((name = g_dir_read_name (folder)) != NULL)
        if (g_str_has_suffix (name, ".c"))
          check_source (rooms[i], name);
    }
}

/* The measures themselves, and that the probe knows the theme. */
static void
test_measures (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GdkRGBA white = { 1, 1, 1, 1 }, black = { 0, 0, 0, 1 }, half = { 0, 0, 0, 0.5f };
  GdkRGBA mixed = contrast_probe_resolve (&fixture->probe, "mix(white, black, 0.25)", NULL);
  GdkRGBA faint = contrast_probe_resolve (&fixture->probe, "alpha(currentColor, 0.5)", "#ff0000");
  GdkRGBA ground = contrast_probe_resolve_ground (&fixture->probe, "alpha(white, 0.2) over #000000", NULL);

  fixture->n_checked++;
  g_assert_cmpfloat_with_epsilon (contrast_get (black, white), 21, 1e-6);
  g_assert_cmpfloat_with_epsilon (contrast_get (half, white), 3.98, 0.01);
  g_assert_cmpfloat_with_epsilon (mixed.green, 0.75, 1e-3);
  g_assert_cmpfloat_with_epsilon (faint.red, 1, 1e-3);
  g_assert_cmpfloat_with_epsilon (faint.alpha, 0.5, 1e-3);
  g_assert_cmpfloat_with_epsilon (ground.blue, 0.2, 1e-3);
}

static GtkCssProvider *
load_style (const char *resource)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, resource);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  return provider;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  gboolean dark = GPOINTER_TO_INT (data);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  fixture->scheme = dark ? "dark" : "light";
  fixture->style = sheet_load (STYLE);
  fixture->present = sheet_load (PRESENT);
  contrast_probe_init (&fixture->probe);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  if (fixture->n_faults > 0)
    g_test_fail ();
  g_assert_cmpuint (fixture->n_checked, >, 0);
  contrast_probe_clear (&fixture->probe);
  g_ptr_array_unref (fixture->style);
  g_ptr_array_unref (fixture->present);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GtkCssProvider) style = NULL, present = NULL;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();
  style = load_style (STYLE);
  present = load_style (PRESENT);

#define ADD(path, function)                                                                        \
  g_test_add ("/present/contrast/light/" path, Fixture, GINT_TO_POINTER (FALSE), set_up, function, tear_down); \
  g_test_add ("/present/contrast/dark/" path, Fixture, GINT_TO_POINTER (TRUE), set_up, function, tear_down)
  ADD ("measures", test_measures);
  ADD ("theme", test_theme);
  ADD ("sheets", test_sheets);
  ADD ("drawing", test_drawing);
  ADD ("code", test_code);
#undef ADD
  g_test_add_func ("/present/contrast/sources", test_sources);
  return g_test_run ();
}
