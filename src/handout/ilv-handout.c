/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "ilv-handout-builder.h"
#include "ilv-handout-contents.h"
#include "ilv-handout-experiment.h"
#include "ilv-handout-margins.h"

struct _IlvHandout
{
  GObject parent_instance;

  IlvCourse *course;
  GPtrArray *lessons;
  gboolean with_notes;
  gboolean is_course; /* has a page of contents */
  IlvLastRuns *runs;  /* or NULL */
  GHashTable *loaded; /* of each block, its run; those that have none are not in it */

  IlvHandoutPaper paper;
  IlvHandoutFlow *flow; /* NULL before the first step */
  IlvHandoutBuilder builder;
  guint lesson; /* what is laid out next */
  guint section;
  gboolean is_done;
};

G_DEFINE_FINAL_TYPE (IlvHandout, ilv_handout, G_TYPE_OBJECT)

static IlvLesson *
get_lesson (IlvHandout *self, guint index)
{
  return g_ptr_array_index (self->lessons, index);
}

static double
get_body_height (IlvHandout *self)
{
  return MAX (72, self->paper.height - self->paper.top - self->paper.bottom -
                    ILV_HANDOUT_HEAD_HEIGHT - ILV_HANDOUT_FOOT_HEIGHT);
}

/* (nullable): the title of what a block runs. */
static const char *
get_experiment_title (IlvBlock *block)
{
  switch (ilv_block_get_kind (block))
    {
    case ILV_BLOCK_COMPARE:
      return ilv_comparison_get_title (ilv_block_get_comparison (block));
    case ILV_BLOCK_RACE:
      return ilv_race_get_title (ilv_block_get_race (block));
    default:
      return NULL;
    }
}

static void
load_section (IlvHandout *self, IlvLesson *lesson, IlvSection *section)
{
  for (guint i = 0; i < ilv_section_get_n_blocks (section); i++)
    {
      IlvBlock *block = ilv_section_get_block (section, i);
      const IlvRunPlace place = { ilv_lesson_get_id (lesson), ilv_section_get_slug (section),
                                  get_experiment_title (block) };
      IlvLastRun *run = place.title != NULL ? ilv_last_runs_load (self->runs, &place) : NULL;

      if (run != NULL)
        g_hash_table_replace (self->loaded, block, ilv_handout_run_new (run));
    }
}

static void
drop_pages (IlvHandout *self)
{
  ilv_handout_builder_clear (&self->builder);
  g_clear_pointer (&self->flow, ilv_handout_flow_free);
  self->lesson = 0;
  self->section = 0;
  self->is_done = FALSE;
}

static void
begin (IlvHandout *self)
{
  PangoContext *context = ilv_handout_style_create_context ();
  g_autoptr (PangoLayout) title = pango_layout_new (context);

  /* Pages are laid out for the language of the course, whatever that of the system is. */
  pango_layout_set_text (title, ilv_course_get_title (self->course), -1);
  pango_context_set_base_dir (context, pango_layout_get_direction (title, 0));
  self->flow = ilv_handout_flow_new (context, ilv_handout_margins_get_width (&self->paper));
  g_object_unref (context);
  ilv_handout_builder_init (&self->builder, self->flow);
  if (self->is_course)
    ilv_handout_contents_add (&self->builder, ilv_course_get_title (self->course), self->lessons);
}

static void
add_block (IlvHandout *self, IlvBlock *block)
{
  IlvLesson *lesson = get_lesson (self, self->lesson);
  const IlvHandoutRun *run = g_hash_table_lookup (self->loaded, block);
  g_autofree char *place = g_strdup_printf ("%s/%u", ilv_lesson_get_id (lesson), self->section + 1);

  switch (ilv_block_get_kind (block))
    {
    case ILV_BLOCK_COMPARE:
      ilv_handout_experiment_add_comparison (&self->builder, ilv_block_get_comparison (block), run,
                                             place);
      break;
    case ILV_BLOCK_RACE:
      ilv_handout_experiment_add_race (&self->builder, ilv_block_get_race (block), run, place);
      break;
    default:
      ilv_handout_builder_add_block (&self->builder, block);
    }
}

static void
add_section (IlvHandout *self)
{
  IlvSection *section = ilv_lesson_get_section (get_lesson (self, self->lesson), self->section);

  ilv_handout_builder_begin_section (&self->builder, section);
  for (guint i = 0; i < ilv_section_get_n_blocks (section); i++)
    add_block (self, ilv_section_get_block (section, i));
  if (self->with_notes && ilv_section_get_notes (section) != NULL)
    ilv_handout_builder_add_notes (&self->builder, ilv_section_get_notes (section));
}

/* (nullable): the lesson that page @page is about. */
static const char *
find_running_title (IlvHandout *self, guint page)
{
  GPtrArray *bookmarks = ilv_handout_flow_get_bookmarks (self->flow);
  const char *title = NULL;

  for (guint i = 0; i < bookmarks->len; i++)
    {
      const IlvHandoutBookmark *bookmark = g_ptr_array_index (bookmarks, i);

      if (bookmark->level == 1 && bookmark->page <= page)
        title = bookmark->title;
    }
  return title;
}

static void
draw_page (IlvHandout *self, cairo_t *cr, guint page, gboolean is_pdf)
{
  PangoContext *context = ilv_handout_flow_get_context (self->flow);
  const char *lesson = find_running_title (self, page);
  const char *course = ilv_course_get_title (self->course);

  cairo_save (cr);
  ilv_handout_margins_draw_titles (context, &self->paper, cr, lesson != NULL ? lesson : course,
                                   lesson != NULL && !g_str_equal (lesson, course) ? course : NULL);
  ilv_handout_margins_draw_number (context, &self->paper, cr, page + 1,
                                   ilv_handout_get_n_pages (self));
  ilv_handout_flow_draw (self->flow, page, cr, self->paper.left,
                         self->paper.top + ILV_HANDOUT_HEAD_HEIGHT, is_pdf);
  cairo_restore (cr);
}

static void
add_outline (IlvHandout *self, cairo_surface_t *surface)
{
  GPtrArray *bookmarks = ilv_handout_flow_get_bookmarks (self->flow);
  int parents[3] = { CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < bookmarks->len; i++)
    {
      const IlvHandoutBookmark *bookmark = g_ptr_array_index (bookmarks, i);
      /* Whole points, which are written the same in every locale. */
      int y = (int) (self->paper.top + ILV_HANDOUT_HEAD_HEIGHT + bookmark->y);
      g_autofree char *target = g_strdup_printf ("page=%u pos=[0 %d]", bookmark->page + 1, y);
      int parent = bookmark->level == 2 ? parents[1] : CAIRO_PDF_OUTLINE_ROOT;

      parents[bookmark->level] = cairo_pdf_surface_add_outline (
        surface, parent, bookmark->title, target,
        self->lessons->len == 1 && bookmark->level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
    }
}

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
ilv_handout_finalize (GObject *object)
{
  IlvHandout *self = ILV_HANDOUT (object);

  drop_pages (self);
  g_clear_object (&self->course);
  g_clear_pointer (&self->lessons, g_ptr_array_unref);
  g_clear_object (&self->runs);
  g_clear_pointer (&self->loaded, g_hash_table_unref);

  G_OBJECT_CLASS (ilv_handout_parent_class)->finalize (object);
}

static void
ilv_handout_class_init (IlvHandoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_handout_finalize;
}

static void
ilv_handout_init (IlvHandout *self)
{
  self->loaded = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) ilv_handout_run_free);
  ilv_handout_paper_init_default (&self->paper);
}

static void
add_written (IlvHandout *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->course)); i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (self->course), i);

      if (ilv_lesson_is_written (lesson))
        g_ptr_array_add (self->lessons, g_steal_pointer (&lesson));
    }
}

IlvHandout *
ilv_handout_new (IlvCourse *course, GPtrArray *lessons, gboolean with_notes, IlvLastRuns *runs)
{
  IlvHandout *self;

  g_return_val_if_fail (ILV_IS_COURSE (course), NULL);
  g_return_val_if_fail (runs == NULL || ILV_IS_LAST_RUNS (runs), NULL);

  self = g_object_new (ILV_TYPE_HANDOUT, NULL);
  self->course = g_object_ref (course);
  self->with_notes = with_notes;
  g_set_object (&self->runs, runs);
  self->lessons = g_ptr_array_new_with_free_func (g_object_unref);
  if (lessons == NULL)
    add_written (self);
  for (guint i = 0; lessons != NULL && i < lessons->len; i++)
    g_ptr_array_add (self->lessons, g_object_ref (g_ptr_array_index (lessons, i)));
  self->is_course = self->lessons->len != 1;
  return self;
}

const char *
ilv_handout_get_title (IlvHandout *self)
{
  g_return_val_if_fail (ILV_IS_HANDOUT (self), NULL);

  return self->is_course ? ilv_course_get_title (self->course)
                         : ilv_lesson_get_title (get_lesson (self, 0));
}

void
ilv_handout_load (IlvHandout *self)
{
  g_return_if_fail (ILV_IS_HANDOUT (self));
  g_return_if_fail (self->flow == NULL);

  for (guint i = 0; self->runs != NULL && i < self->lessons->len; i++)
    for (guint j = 0; j < ilv_lesson_get_n_sections (get_lesson (self, i)); j++)
      load_section (self, get_lesson (self, i), ilv_lesson_get_section (get_lesson (self, i), j));
}

void
ilv_handout_set_paper (IlvHandout *self, const IlvHandoutPaper *paper)
{
  g_return_if_fail (ILV_IS_HANDOUT (self));
  g_return_if_fail (paper != NULL);

  drop_pages (self);
  self->paper = *paper;
}

gboolean
ilv_handout_paginate (IlvHandout *self)
{
  IlvLesson *lesson;

  g_return_val_if_fail (ILV_IS_HANDOUT (self), TRUE);

  if (self->is_done)
    return TRUE;
  if (self->flow == NULL)
    begin (self);
  if (self->lesson == self->lessons->len)
    {
      ilv_handout_flow_place (self->flow, get_body_height (self));
      self->is_done = TRUE;
      return TRUE;
    }
  lesson = get_lesson (self, self->lesson);
  if (self->section == 0)
    ilv_handout_builder_begin_lesson (&self->builder, lesson);
  if (self->section < ilv_lesson_get_n_sections (lesson))
    add_section (self);
  if (++self->section >= ilv_lesson_get_n_sections (lesson))
    {
      ilv_handout_builder_end_lesson (&self->builder);
      self->lesson++;
      self->section = 0;
    }
  return FALSE;
}

guint
ilv_handout_get_n_pages (IlvHandout *self)
{
  g_return_val_if_fail (ILV_IS_HANDOUT (self), 0);

  return self->is_done ? ilv_handout_flow_get_n_pages (self->flow) : 0;
}

void
ilv_handout_draw_page (IlvHandout *self, cairo_t *cr, guint page)
{
  g_return_if_fail (ILV_IS_HANDOUT (self));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (page < ilv_handout_get_n_pages (self));

  draw_page (self, cr, page, FALSE);
}

GBytes *
ilv_handout_create_pdf (IlvHandout *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (ILV_IS_HANDOUT (self), NULL);

  while (!ilv_handout_paginate (self))
    ;
  surface =
    cairo_pdf_surface_create_for_stream (write_bytes, bytes, self->paper.width, self->paper.height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, ilv_handout_get_title (self));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Interleave " ILV_VERSION);
  cr = cairo_create (surface);
  for (guint i = 0; i < ilv_handout_get_n_pages (self); i++)
    {
      draw_page (self, cr, i, TRUE);
      cairo_show_page (cr);
    }
  add_outline (self, surface);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The PDF could not be made: %s"),
               cairo_status_to_string (status));
  return NULL;
}
