/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-code-sheet.h"

#include <glib/gi18n.h>

#include "ilv-code-pages.h"
#include "ilv-code-scene.h"

struct _IlvCodeSheet
{
  GtkWidget parent_instance;

  IlvComparisonStage *stage;
  IlvSide side;
  IlvCodePages *pages;
  guint page;

  GtkWidget *title;
  GtkWidget *code;
  GtkWidget *lines;
};

G_DEFINE_FINAL_TYPE (IlvCodeSheet, ilv_code_sheet, GTK_TYPE_WIDGET)

/* How much larger than the smallest size short code becomes. */
#define MAX_FACTOR 1.5

#define GAP 14
#define MIN_WIDTH 300
#define MIN_HEIGHT 200

/* The line that is to be seen: where a task runs, or else waits, or what was turned to. */
static guint
find_line (IlvCodeSheet *self)
{
  const GArray *marks = ilv_code_scene_get_marks (ILV_CODE_SCENE (self->code));

  for (guint i = 0; i < marks->len; i++)
    if (!g_array_index (marks, IlvCodeMark, i).pale)
      return g_array_index (marks, IlvCodeMark, i).line;
  if (marks->len > 0)
    return g_array_index (marks, IlvCodeMark, 0).line;
  return ilv_comparison_stage_get_code_line (self->stage, self->side);
}

static void
show_page (IlvCodeSheet *self)
{
  guint first, end, n_lines = ilv_code_pages_get_n_lines (self->pages);
  g_autofree char *text = NULL;

  self->page = ilv_code_pages_find (self->pages, find_line (self));
  ilv_code_pages_get (self->pages, self->page, &first, &end, NULL);
  ilv_code_scene_show_line (ILV_CODE_SCENE (self->code), first);
  /* Translators: which lines of code are seen, and how many there are. */
  text = g_strdup_printf (_ ("lines %u–%u of %u"), first + 1, end, n_lines);
  gtk_label_set_label (GTK_LABEL (self->lines), text);
}

static void
on_moment_changed (IlvCodeSheet *self)
{
  if (ilv_code_pages_find (self->pages, find_line (self)) == self->page)
    return;
  show_page (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Pages are turned for both windows. */
static gboolean
on_scroll (IlvCodeSheet *self, double dx G_GNUC_UNUSED, double dy)
{
  guint first, n_pages = ilv_code_pages_get_n_pages (self->pages);

  if (n_pages < 2 || dy == 0 || (dy < 0 && self->page == 0) || (dy > 0 && self->page + 1 == n_pages))
    return GDK_EVENT_PROPAGATE;
  ilv_code_pages_get (self->pages, dy > 0 ? self->page + 1 : self->page - 1, &first, NULL, NULL);
  ilv_comparison_stage_set_code_line (self->stage, self->side, first);
  return GDK_EVENT_STOP;
}

static int
measure_height (GtkWidget *label, int width)
{
  int height;

  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static void
ilv_code_sheet_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size G_GNUC_UNUSED,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  IlvCodeSheet *self = ILV_CODE_SHEET (widget);
  GtkWidget *const children[] = { self->title, self->code, self->lines };

  /* What is not measured cannot be allocated. */
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_measure (children[i], orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
allocate (GtkWidget *child, int y, int width, int height, double factor)
{
  GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, (float) y));

  transform = gsk_transform_scale (transform, (float) factor, (float) factor);
  gtk_widget_allocate (child, (int) (width / factor), (int) (height / factor), -1, transform);
}

/* As large as it can be with no line broken and all in sight; or else as small as it may be. */
static void
ilv_code_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline G_GNUC_UNUSED)
{
  IlvCodeSheet *self = ILV_CODE_SHEET (widget);
  int title_height = measure_height (self->title, width);
  int lines_height = measure_height (self->lines, width);
  int y = title_height + GAP, room = height - y;
  int margins = ilv_code_scene_get_margins (ILV_CODE_SCENE (self->code));
  int text_x = ilv_code_scene_get_text_x (ILV_CODE_SCENE (self->code));
  double factor;
  int page_height;

  factor = ilv_code_pages_fit (self->pages, GTK_WIDGET (self->code), width, room, text_x, margins);
  factor = MIN (factor, MAX_FACTOR);
  if (factor < 1)
    {
      factor = 1;
      ilv_code_pages_break (self->pages, GTK_WIDGET (self->code), width - text_x, room - margins,
                            room - margins - lines_height - GAP);
    }
  gtk_widget_allocate (self->title, width, title_height, -1, NULL);
  show_page (self);
  ilv_code_pages_get (self->pages, self->page, NULL, NULL, &page_height);
  allocate (self->code, y, width, (int) ((page_height + margins) * factor), factor);
  gtk_widget_set_child_visible (self->lines, ilv_code_pages_get_n_pages (self->pages) > 1);
  allocate (self->lines, height - lines_height, width, lines_height, 1);
}

static void
ilv_code_sheet_dispose (GObject *object)
{
  IlvCodeSheet *self = ILV_CODE_SHEET (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->code, gtk_widget_unparent);
  g_clear_pointer (&self->lines, gtk_widget_unparent);
  g_clear_object (&self->stage);

  G_OBJECT_CLASS (ilv_code_sheet_parent_class)->dispose (object);
}

static void
ilv_code_sheet_finalize (GObject *object)
{
  ilv_code_pages_free (ILV_CODE_SHEET (object)->pages);

  G_OBJECT_CLASS (ilv_code_sheet_parent_class)->finalize (object);
}

static void
ilv_code_sheet_class_init (IlvCodeSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_code_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = ilv_code_sheet_finalize;
  widget_class->measure = ilv_code_sheet_measure;
  widget_class->size_allocate = ilv_code_sheet_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "codesheet");
}

static GtkWidget *
create_label (IlvCodeSheet *self, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
ilv_code_sheet_init (IlvCodeSheet *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  self->pages = ilv_code_pages_new ();
  self->title = create_label (self, "code-name");
  self->code = ilv_code_scene_new ();
  ilv_code_scene_set_paged (ILV_CODE_SCENE (self->code));
  gtk_widget_set_parent (self->code, GTK_WIDGET (self));
  self->lines = create_label (self, "code-lines");
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

GtkWidget *
ilv_code_sheet_new (IlvComparisonStage *stage, IlvSide side)
{
  IlvCodeSheet *self;
  IlvPlayhead *playhead;

  g_return_val_if_fail (ILV_IS_COMPARISON_STAGE (stage), NULL);
  g_return_val_if_fail (side < ILV_N_SIDES, NULL);

  self = g_object_new (ILV_TYPE_CODE_SHEET, NULL);
  self->stage = g_object_ref (stage);
  self->side = side;
  playhead = ilv_comparison_view_get_playhead (ilv_comparison_stage_get_view (stage));
  ilv_scene_set_playhead (ILV_SCENE (self->code), playhead);
  /* After the code, which lights its lines then. */
  g_signal_connect_object (playhead, "notify::position-ns", G_CALLBACK (on_moment_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
ilv_code_sheet_update (IlvCodeSheet *self, const char *title)
{
  IlvCodePane *pane;
  g_autofree char *text = NULL;

  g_return_if_fail (ILV_IS_CODE_SHEET (self));

  pane = ilv_comparison_view_get_code (ilv_comparison_stage_get_view (self->stage));
  text = ilv_code_pane_dup_text (pane, self->side);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  ilv_code_scene_set_language (ILV_CODE_SCENE (self->code),
                               ilv_code_pane_get_language (pane, self->side));
  ilv_code_scene_set_text (ILV_CODE_SCENE (self->code), text);
  ilv_scene_set_trace (ILV_SCENE (self->code),
                       ilv_comparison_stage_get_trace (self->stage, self->side));
  if (ilv_code_pages_set_text (self->pages, text != NULL ? text : ""))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    on_moment_changed (self);
}

int
ilv_code_sheet_get_text_width (IlvCodeSheet *self)
{
  int width;

  g_return_val_if_fail (ILV_IS_CODE_SHEET (self), 0);

  ilv_code_pages_measure (self->pages, self->code, &width, NULL);
  return width + ilv_code_scene_get_text_x (ILV_CODE_SCENE (self->code));
}

void
ilv_code_sheet_get_lines (IlvCodeSheet *self, guint *first_line, guint *n_seen, guint *n_lines)
{
  guint first, end;

  g_return_if_fail (ILV_IS_CODE_SHEET (self));

  ilv_code_pages_get (self->pages, self->page, &first, &end, NULL);
  *first_line = first;
  *n_seen = end - first;
  *n_lines = ilv_code_pages_get_n_lines (self->pages);
}
